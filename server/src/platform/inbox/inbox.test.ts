import { expect, test } from 'vitest';
import { PROTOCOL } from '@torilla/schema/kernel/capture';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { aCity } from '../../testing/city.ts';
import { sha256, TestDevice } from '../../testing/device.ts';

const city = await aCity();
const codes = (answer: { results: { code: string }[] }) => answer.results.map(({ code }) => code);
const count = async () => (await (await city.as('hallinta'))('{ feedbackPage { totalCount } }')).data!.feedbackPage.totalCount;

test('a tablet delivers what it captured, and again changes nothing', async () => {
  const tablet = await TestDevice.tablet(city);
  const items = await Promise.all([1, 2, 3].map(() => tablet.seal()));
  const first = await tablet.push(...items);
  expect(codes(first)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
  expect(first).toMatchObject({ receivedThrough: 3, missing: [] });
  const again = await tablet.push(...items);
  expect(codes(again)).toEqual(['DUPLICATE', 'DUPLICATE', 'DUPLICATE']);
  expect(again.results.map((r) => r.receipt)).toEqual(first.results.map((r) => r.receipt));
  expect(first.results[0]!.receipt).toBe(await receiptOf(items[0]!.id));
  expect(await count()).toBe(3);
});

test('the same item twice in one push counts once', async () => {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal();
  expect(codes(await tablet.push(item, item))).toEqual(['ACCEPTED', 'DUPLICATE']);
  expect(await count()).toBe(1);
});

test('numbers that did not arrive are named, and the mark moves when they come', async () => {
  const tablet = await TestDevice.tablet(city);
  const [one, two, three, four] = await Promise.all([1, 2, 3, 4].map((sequence) => tablet.seal({ sequence })));
  tablet.made = 5;
  expect(await tablet.push(one!, four!)).toMatchObject({
    receivedThrough: 1,
    missing: [
      { from: 2, to: 3 },
      { from: 5, to: 5 },
    ],
  });
  expect(await tablet.push(three!, two!)).toMatchObject({ receivedThrough: 4, missing: [{ from: 5, to: 5 }] });
});

test('a body that changed on its way is refused by its hash and not stored', async () => {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal();
  const cut = { ...item, sealed: item.sealed.slice(0, -9) };
  expect(codes(await tablet.push(cut))).toEqual(['HASH_MISMATCH']);
  expect(codes(await tablet.push(item))).toEqual(['ACCEPTED']);
});

test('the same id with other content is a conflict; both are kept, the first is in effect', async () => {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal();
  await tablet.push(item);
  const other = await tablet.seal({ id: item.id, sequence: 1, input: { words: 'toista', channel: 'TALKED' } });
  expect(codes(await tablet.push(other))).toEqual(['CONFLICT']);
  expect(codes(await tablet.push(other))).toEqual(['CONFLICT']);
  expect(await count()).toBe(1);
});

test('a newer revision replaces the older, whichever comes first', async () => {
  const tablet = await TestDevice.tablet(city);
  const words = async () => (await (await city.as('hallinta'))('{ feedbackPage { nodes { words revision } } }')).data!.feedbackPage.nodes;
  const id = newId();
  const first = await tablet.seal({ id });
  const second = await tablet.seal({ id, revision: 2, input: { words: 'Korjattu', channel: 'TALKED', topics: ['parks'] } });
  expect(codes(await tablet.push(second))).toEqual(['ACCEPTED']);
  expect(codes(await tablet.push(first))).toEqual(['ACCEPTED']);
  expect(await words()).toEqual([{ words: 'Korjattu', revision: 2 }]);
  const third = await tablet.seal({ id, revision: 3, input: { words: 'Kolmas', channel: 'TALKED' } });
  await tablet.push(third);
  expect(await words()).toEqual([{ words: 'Kolmas', revision: 3 }]);
});

test.each([
  ['an unknown operation', { operation: 'budget.vote' }, 'capture-unknown-operation'],
  ['a version of tomorrow', { version: 9 }, 'capture-unknown-version'],
  ['input that the rules refuse', { input: { channel: 'TALKED' } }, 'bad-input'],
  ['a topic that the city does not have', { input: { words: 'x', channel: 'TALKED', topics: ['moon'] } }, 'unknown-topic'],
  ['an event that nobody held', { eventId: newId() }, 'unknown-event'],
  ['a worker who does not work here', { workerId: newId() }, 'unknown-worker'],
])('%s is stored and held for a person', async (_, captured, reason) => {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal(captured);
  const answer = await tablet.push(item);
  expect(answer.results).toMatchObject([{ code: 'HELD', reason }]);
  expect((await tablet.push(item, item)).results).toEqual([answer.results[0], answer.results[0]]);
  const held = await (await city.as('hallinta'))('{ inboxItems { nodes { captureId state reason reasonFacts device { name } } } }');
  expect(held.data!.inboxItems.nodes).toEqual([
    { captureId: item.id, state: 'HELD', reason, reasonFacts: expect.stringMatching(/^\{".+/), device: { name: 'Tabletti 1' } },
  ]);
  expect(await count()).toBe(0);
});

test('an item that nobody can open, and one sealed for another id, are held', async () => {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal();
  const junk = 'a.b.c.d.e';
  expect((await tablet.push({ ...item, sealed: junk, sha256: sha256(junk) })).results).toMatchObject([{ code: 'HELD', reason: 'capture-unopenable' }]);
  const other = await tablet.seal();
  expect((await tablet.push({ ...other, id: newId() })).results).toMatchObject([{ code: 'HELD', reason: 'capture-foreign' }]);
});

test('one bad item does not keep the others', async () => {
  const tablet = await TestDevice.tablet(city);
  const items = await Promise.all([1, 2, 3, 4, 5].map((n) => tablet.seal(n === 3 ? { input: {} } : {})));
  expect(codes(await tablet.push(...items))).toEqual(['ACCEPTED', 'ACCEPTED', 'HELD', 'ACCEPTED', 'ACCEPTED']);
  expect(await count()).toBe(4);
});

test('a number used twice, as by a cloned tablet, is held', async () => {
  const tablet = await TestDevice.tablet(city);
  await tablet.push(await tablet.seal({ sequence: 1 }));
  expect((await tablet.push(await tablet.seal({ sequence: 1 }))).results).toMatchObject([{ code: 'HELD', reason: 'capture-sequence-reused' }]);
});

test('what a revoked tablet captured still arrives, to be looked at', async () => {
  const tablet = await TestDevice.tablet(city);
  await (
    await city.as('hallinta')
  )('mutation ($id: ID!) { revokeDevice(id: $id) { revokedAt } }', { id: tablet.id });
  const item = await tablet.seal();
  expect((await tablet.push(item)).results).toMatchObject([{ code: 'HELD', reason: 'device-revoked' }]);
  // as when the answer was lost on its way
  expect((await tablet.push(item)).results).toMatchObject([{ code: 'HELD', reason: 'device-revoked' }]);
});

test('a stranger, a forged signature and a changed push are refused whole', async () => {
  const stranger = await TestDevice.strange(city);
  expect((await stranger.tryPush([await stranger.seal()])).codes).toEqual(['device-unknown']);
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal();
  expect((await tablet.tryPush([item], { signature: await tablet.sign('something else') })).codes).toEqual(['signature-invalid']);
  const push = await tablet.envelope([item]);
  const changed = await city.ask('mutation ($input: PushCapturesInput!) { pushCaptures(input: $input) { requestId } }', {
    input: { ...push, items: [{ ...item, sequence: 7 }] },
  });
  expect(changed.codes).toEqual(['signature-invalid']);
  expect(await count()).toBe(0);
});

test('an envelope of tomorrow is kept by the device until it is updated', async () => {
  const tablet = await TestDevice.tablet(city);
  const { data } = await tablet.tryPush([await tablet.seal()], { protocol: PROTOCOL + 1 });
  expect(codes(data!.pushCaptures)).toEqual(['UPGRADE_REQUIRED']);
});

test('two megabytes of text are too large, and say so', async () => {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal({ input: { words: 'x'.repeat(2_000_000), channel: 'TALKED' } });
  expect(codes(await tablet.push(item))).toEqual(['TOO_LARGE']);
});

test('a clock three years off neither loses an item nor lets it lie in the future', async () => {
  const tablet = await TestDevice.tablet(city);
  const years = 3 * 365 * 86_400_000;
  const at = (offset: number) => new Date(city.clock.now().getTime() + offset).toISOString();
  const answer = await tablet.push(await tablet.seal({ capturedAt: at(years) }), await tablet.seal({ capturedAt: at(-years), clockOffsetMs: years }));
  expect(codes(answer)).toEqual(['ACCEPTED', 'ACCEPTED']);
  const { data } = await (await city.as('hallinta'))('{ feedbackPage { nodes { capturedAt } } }');
  for (const { capturedAt } of data!.feedbackPage.nodes) expect(Math.abs(Date.parse(capturedAt) - city.clock.now().getTime())).toBeLessThan(5000);
});

test('what the city erased cannot come back, not even mended', async () => {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal();
  await tablet.push(item);
  const admin = await city.as('hallinta');
  expect((await admin('mutation ($id: ID!) { eraseFeedback(id: $id) }', { id: item.id })).errors).toEqual([]);
  const mended = await tablet.seal({ id: item.id, revision: 2 });
  expect(codes(await tablet.push(item, mended))).toEqual(['TOMBSTONED', 'TOMBSTONED']);
  expect(await count()).toBe(0);
  expect((await city.ask('query ($code: String!) { receipt(code: $code) { state } }', { code: await receiptOf(item.id) })).data!.receipt.state).toBe('ERASED');
});

test('a held item is opened, mended and run again, or set aside with a reason', async () => {
  const tablet = await TestDevice.tablet(city);
  await tablet.push(await tablet.seal({ input: { words: 'Penkki', channel: 'TALKED', topics: ['moon'] } }), await tablet.seal({ input: {} }));
  const admin = await city.as('hallinta');
  const [first, second] = (await admin('{ inboxItems { nodes { id reason } } }')).data!.inboxItems.nodes.sort((a: { reason: string }, b: { reason: string }) =>
    b.reason.localeCompare(a.reason),
  );
  const opened = JSON.parse((await admin('mutation ($id: ID!) { openHeld(id: $id) }', { id: first.id })).data!.openHeld);
  expect(opened).toMatchObject({ operation: 'feedback.give', input: { words: 'Penkki', topics: ['moon'] } });
  const RETRY = 'mutation ($input: RetryHeldInput!) { retryHeld(input: $input) { state } }';
  expect((await admin(RETRY, { input: { id: first.id } })).codes).toEqual(['unknown-topic']);
  expect((await admin(RETRY, { input: { id: first.id, input: '{' } })).codes).toEqual(['bad-input']);
  expect((await admin(RETRY, { input: { id: first.id, input: JSON.stringify({ ...opened.input, topics: ['parks'] }) } })).data!.retryHeld.state).toBe(
    'ACCEPTED',
  );
  expect((await admin(RETRY, { input: { id: first.id } })).codes).toEqual(['not-held']);
  const DISMISS = 'mutation ($input: DismissHeldInput!) { dismissHeld(input: $input) { state dismissal } }';
  expect((await admin(DISMISS, { input: { id: second.id, reason: '' } })).codes).toEqual(['bad-input']);
  expect((await admin(DISMISS, { input: { id: second.id, reason: 'Tyhjä kokeilu' } })).data!.dismissHeld).toEqual({
    state: 'DISMISSED',
    dismissal: 'Tyhjä kokeilu',
  });
  expect((await (await city.as('mirja'))(RETRY, { input: { id: second.id } })).codes).toEqual(['forbidden']);
});

test('an event tells for each tablet what was made, received and is missing', async () => {
  const { data } = await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }');
  const eventId = data!.events.nodes[0].id as string;
  const tablet = await TestDevice.tablet(city);
  const items = await Promise.all(Array.from({ length: 12 }, () => tablet.seal({ eventId })));
  await tablet.push(...items.slice(0, 8), ...items.slice(9));
  const COMPLETENESS = 'query ($eventId: ID!) { completeness(eventId: $eventId) { deviceName made received held missing { from to } } }';
  const worker = await city.as('mirja');
  expect((await worker(COMPLETENESS, { eventId })).data!.completeness).toEqual([
    { deviceName: 'Tabletti 1', made: 12, received: 11, held: 0, missing: [{ from: 9, to: 9 }] },
  ]);
  await tablet.push(items[8]!);
  expect((await worker(COMPLETENESS, { eventId })).data!.completeness).toEqual([{ deviceName: 'Tabletti 1', made: 12, received: 12, held: 0, missing: [] }]);
  expect((await city.ask(COMPLETENESS, { eventId })).codes).toEqual(['unauthenticated']);
});

test('a receipt is known before the words arrive only as not received, and a mistyped one is refused', async () => {
  const RECEIPT = 'query ($code: String!) { receipt(code: $code) { state } }';
  const code = await receiptOf(newId());
  expect((await city.ask(RECEIPT, { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` })).data!.receipt.state).toBe('NOT_RECEIVED');
  expect((await city.ask(RECEIPT, { code: code.replace(/.$/, (c) => (c === '2' ? '3' : '2')) })).codes).toEqual(['bad-input']);
});
