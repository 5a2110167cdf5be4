import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import type { Actor } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aResident } from '../../testing/resident.ts';

const city = await aCity();
const HELD = `query ($code: String!) { receiptHeld(code: $code) { state dueOn steps { state at unit { fi } words } answers { kind words measureNumber eventId } } }`;
const MOVE = 'mutation ($input: MoveFeedbackInput!) { moveFeedback(input: $input) { id state } }';
const SORT = `mutation ($input: SortFeedbackInput!) { sortFeedback(input: $input)
  { id unit { key } assignee { displayName } measure { number } topics(first: 5) { key } priority dueOn } }`;
const ANSWER = 'mutation ($input: AnswerFeedbackInput!) { answerFeedback(input: $input) { state answers(first: 5) { id words } } }';
const REOPEN = 'mutation ($input: ReopenFeedbackInput!) { reopenFeedback(input: $input) }';
const contact = { name: 'Aino', email: 'aino@example.fi', consent: 'Annan luvan', deleteOn: '2030-01-01' };

async function said(input: object = {}) {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal({ input: { words: 'Penkkejä rantaraitille', channel: 'TALKED', unit: 'green-services', ...input } });
  await tablet.push(item);
  return { tablet, item, id: item.id, code: await receiptOf(item.id) };
}
const held = async (code: string) => (await city.ask(HELD, { code })).data!.receiptHeld;
const idOf = async (person: string) =>
  (await sql<{ id: string }>(city.em(), `select id from staff_member where email = $1`, [`${person}@torilla.example`]))[0]!.id;
const officerOf = async (unit: string) => city.askAs({ kind: 'staff', id: await idOf('antti'), roles: [], unitRoles: [{ role: 'OFFICER', unit }] } as Actor);
const answerTo = (feedbackId: string, more: object = {}) => ({ input: { id: newId(), feedbackId, words: 'Penkit tulevat.', language: 'fi', ...more } });

test('a resident sees behind the receipt how far the city is, whose step it was and when', async () => {
  const { id, code } = await said();
  expect(await held(code)).toMatchObject({ state: 'RECEIVED', steps: [] });
  const parks = await officerOf('green-services');
  city.clock.pass(60_000);
  await parks(MOVE, { input: { ids: [id], state: 'READ' } });
  const read = { state: 'READ', at: city.clock.now(), unit: { fi: expect.any(String) }, words: null };
  expect(await held(code)).toMatchObject({ state: 'READ', steps: [read] });
  city.clock.pass(60_000);
  await parks(MOVE, { input: { ids: [id], state: 'IN_PROGRESS' } });
  // who works for the whole city answers as the city, and reading again is no step back
  const hanna = await city.as('hallinta');
  await hanna(MOVE, { input: { ids: [id], state: 'READ' } });
  city.clock.pass(60_000);
  await hanna(ANSWER, answerTo(id));
  expect((await held(code)).steps.map(({ state, unit }: { state: string; unit: object | null }) => [state, unit !== null])).toEqual([
    ['READ', true],
    ['IN_PROGRESS', true],
    ['ANSWERED', false],
  ]);
});

test('what changed is told with where it is seen, behind the receipt and by mail', async () => {
  const { id, code } = await said({ contact });
  const { plan } = (await city.ask('{ plan { measures(first: 15) { id number } } }')).data!;
  const ask = await city.as('antti');
  await ask(ANSWER, answerTo(id));
  const told = await ask(ANSWER, answerTo(id, { kind: 'CHANGE', words: 'Rantaraitilla on kolme penkkiä.', measureId: plan.measures[4].id }));
  expect(told.data!.answerFeedback.state).toBe('CHANGED');
  expect((await held(code)).answers[1]).toEqual({ kind: 'CHANGE', words: 'Rantaraitilla on kolme penkkiä.', measureNumber: 5, eventId: null });
  expect(city.mails[0]).toMatchObject({ subject: 'Mitä palautteestasi seurasi', text: expect.stringContaining('/suunnitelma/5') });
  expect((await ask(ANSWER, answerTo(id, { kind: 'CHANGE', measureId: newId() }))).codes).toEqual(['unknown-measure']);
  expect((await ask(ANSWER, answerTo(id, { kind: 'CHANGE', eventId: newId() }))).codes).toEqual(['unknown-event']);
});

test('whoever answers what a colleague just answered is told, and nothing is overwritten', async () => {
  const { id } = await said();
  const [antti, hanna] = [await city.as('antti'), await city.as('hallinta')];
  const first = answerTo(id, { basedOn: null });
  await antti(ANSWER, first);
  const second = answerTo(id, { basedOn: null, words: 'Ei tule penkkejä.' });
  expect((await hanna(ANSWER, second)).codes).toEqual(['newer-revision']);
  // the first sent again is still the first, and having read it she may add
  expect((await antti(ANSWER, first)).codes).toEqual([]);
  const added = await hanna(ANSWER, { input: { ...second.input, basedOn: first.input.id } });
  expect(added.data!.answerFeedback.answers).toHaveLength(2);
});

test('a resident takes up again what was answered, by the receipt alone and only then', async () => {
  const { id, code } = await said({ contact });
  const again = { input: { receipt: code, words: 'Ei auttanut.' } };
  expect((await city.ask(REOPEN, again)).codes).toEqual(['not-answered']);
  await (
    await city.as('antti')
  )(ANSWER, answerTo(id));
  city.clock.pass(3 * 86_400_000);
  const aino = await aResident(city, 'aino@example.fi');
  expect((await aino.ask(REOPEN, again)).data).toEqual({ reopenFeedback: true });
  expect((await city.ask(REOPEN, again)).codes).toEqual(['not-answered']);
  const { state, steps, dueOn } = await held(code);
  expect([state, steps.at(-1)]).toEqual(['REOPENED', { state: 'REOPENED', at: city.clock.now(), unit: null, words: 'Ei auttanut.' }]);
  expect(dueOn).toBe(new Date(city.clock.now().getTime() + 14 * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' }));
  for (const words of ['  ', 'x'.repeat(5001)]) expect((await city.ask(REOPEN, { input: { receipt: code, words } })).codes).toEqual(['bad-input']);
  expect((await city.ask(REOPEN, { input: { receipt: await receiptOf(newId()), words: 'x' } })).codes).toEqual(['not-found']);
  expect((await (await city.as('mirja'))(REOPEN, again)).codes).toEqual(['forbidden']);
});

test('a resident tells whether the answer helped, once there is one; the last word counts', async () => {
  const { id, code } = await said();
  const RATE = 'mutation ($input: RateAnswerInput!) { rateAnswer(input: $input) }';
  const rated = async (rating: string) => (await city.ask(RATE, { input: { receipt: code, rating } })).codes;
  expect(await rated('GOOD')).toEqual(['not-found']);
  const ask = await city.as('antti');
  await ask(ANSWER, answerTo(id));
  for (const rating of ['GOOD', 'POOR']) expect(await rated(rating)).toEqual([]);
  expect((await ask('query ($id: ID!) { feedback(id: $id) { rating } }', { id })).data).toEqual({ feedback: { rating: 'POOR' } });
  expect((await ask(RATE, { input: { receipt: code, rating: 'GOOD' } })).codes).toEqual(['forbidden']);
});

test('the city promises an answer by its own days, or by those of the unit', async () => {
  const promise = 'mutation ($input: SetAnswerPromiseInput!) { setAnswerPromise(input: $input) }';
  const hanna = await city.as('hallinta');
  await hanna(promise, { input: { unit: 'green-services', days: 3 } });
  const inDays = (n: number) => new Date(city.clock.now().getTime() + n * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' });
  expect((await held((await said({ contact })).code)).dueOn).toBe(inDays(3));
  expect((await held((await said({ contact, unit: null })).code)).dueOn).toBe(inDays(14));
  expect((await held((await said()).code)).dueOn).toBeNull();
  await hanna(promise, { input: { unit: 'green-services', days: null } });
  expect((await hanna('{ answerPromises { days unit { key } } }')).data!.answerPromises).toEqual([{ days: 14, unit: null }]);
  for (const input of [{ days: 0 }, { days: 366 }, { days: null }]) expect((await hanna(promise, { input })).codes).toEqual(['bad-input']);
  expect((await hanna(promise, { input: { unit: 'nowhere', days: 3 } })).codes).toEqual(['unknown-unit']);
  expect((await (await city.as('antti'))(promise, { input: { days: 1 } })).codes).toEqual(['forbidden']);
});

test('several are sorted at once, all or none, and what they were takes it back', async () => {
  const [one, two] = [await said({ topics: ['parks', 'other'] }), await said({ unit: null })];
  const hanna = await idOf('hallinta');
  const ask = await city.as('antti');
  const to = { unit: 'facilities', assigneeId: hanna, topics: ['transport'], priority: 'HIGH', dueOn: '2030-05-01' };
  const sorted = await ask(SORT, { input: { changes: [one, two].map(({ id }) => ({ id, ...to })) } });
  const now = {
    unit: { key: 'facilities' },
    assignee: { displayName: 'Hanna P.' },
    measure: null,
    topics: [{ key: 'transport' }],
    priority: 'HIGH',
    dueOn: '2030-05-01',
  };
  expect(sorted.data!.sortFeedback).toEqual(expect.arrayContaining([one, two].map(({ id }) => ({ id, ...now }))));
  const back = await ask(SORT, {
    input: {
      changes: [
        { id: one.id, unit: 'green-services', assigneeId: null, topics: ['parks', 'other'] },
        { id: two.id, unit: null },
      ],
    },
  });
  const byId = Object.fromEntries(back.data!.sortFeedback.map((row: { id: string }) => [row.id, row]));
  expect(byId[one.id]).toMatchObject({ unit: { key: 'green-services' }, assignee: null, topics: [{ key: 'parks' }, { key: 'other' }], priority: 'HIGH' });
  expect(byId[two.id]).toMatchObject({ unit: null, assignee: { displayName: 'Hanna P.' } });
  for (const [more, code] of [
    [{ unit: 'nowhere' }, 'unknown-unit'],
    [{ topics: ['nothing'] }, 'unknown-topic'],
    [{ measureId: newId() }, 'unknown-measure'],
    [{ assigneeId: await idOf('mirja') }, 'unknown-worker'],
    [{ priority: 'SOON' }, 'bad-input'],
  ] as const)
    expect(
      (
        await ask(SORT, {
          input: {
            changes: [
              { id: one.id, priority: 'LOW' },
              { id: two.id, ...more },
            ],
          },
        })
      ).codes,
    ).toEqual([code]);
  expect(
    (
      await ask(SORT, {
        input: {
          changes: [
            { id: one.id, priority: 'LOW' },
            { id: newId(), priority: 'LOW' },
          ],
        },
      })
    ).codes,
  ).toEqual(['not-found']);
  expect(await sql(city.em(), `select from feedback where priority = 'LOW'`)).toHaveLength(0);
});

test('an officer of a unit passes on what is theirs and may take it back for a while; whoever takes care of it sees it', async () => {
  const { id } = await said();
  const parks = await officerOf('green-services');
  const pass = (unit: string) => ({ input: { changes: [{ id, unit }] } });
  const culture = city.askAs({ kind: 'staff', id: await idOf('hallinta'), roles: [], unitRoles: [{ role: 'OFFICER', unit: 'facilities' }] });
  expect((await culture(SORT, pass('facilities'))).codes).toEqual(['not-found']);
  expect((await parks(SORT, pass('facilities'))).data).toEqual({ sortFeedback: [] });
  city.clock.pass(14 * 60_000);
  expect((await parks(SORT, pass('green-services'))).data!.sortFeedback).toMatchObject([{ id }]);
  await parks(SORT, pass('education'));
  city.clock.pass(16 * 60_000);
  expect((await parks(SORT, pass('green-services'))).codes).toEqual(['not-found']);
  expect((await culture('query ($id: ID!) { feedback(id: $id) { id } }', { id })).data).toEqual({ feedback: null });
  await (
    await city.as('antti')
  )(SORT, { input: { changes: [{ id, assigneeId: await idOf('hallinta') }] } });
  expect((await culture('query ($id: ID!) { feedback(id: $id) { id } }', { id })).data).toEqual({ feedback: { id } });
  expect((await culture(ANSWER, answerTo(id))).codes).toEqual([]);
});

test('a later revision brings the words, and leaves what the city has sorted', async () => {
  const { tablet, item, id } = await said({ topics: ['parks'] });
  await (
    await city.as('antti')
  )(SORT, { input: { changes: [{ id, unit: 'facilities', topics: ['other'] }] } });
  await tablet.push(
    await tablet.seal({ id, revision: 2, input: { words: 'Penkkejä ja pöytiä', channel: 'TALKED', unit: 'green-services', topics: ['parks'] } }),
  );
  expect(item.revision).toBe(1);
  const { feedback } = (await (await city.as('antti'))('query ($id: ID!) { feedback(id: $id) { words unit { key } topics { key } } }', { id })).data!;
  expect(feedback).toEqual({ words: 'Penkkejä ja pöytiä', unit: { key: 'facilities' }, topics: [{ key: 'other' }] });
});

test('colleagues note for each other; no resident reads it beside the matter, and it goes with the account', async () => {
  const { id, code } = await said();
  const aino = await aResident(city, 'aino@example.fi');
  await aino.ask('mutation ($input: ClaimFeedbackInput!) { claimFeedback(input: $input) { id } }', { input: { receipt: code } });
  const REMARK = 'mutation ($input: RemarkOnFeedbackInput!) { remarkOnFeedback(input: $input) { remarks(first: 5) { words by { displayName } } } }';
  const ask = await city.as('antti');
  const note = { input: { id: newId(), feedbackId: id, words: 'Kysytään puutarhalta' } };
  for (let n = 0; n < 2; n++)
    expect((await ask(REMARK, note)).data!.remarkOnFeedback.remarks).toEqual([{ words: 'Kysytään puutarhalta', by: { displayName: 'Antti L.' } }]);
  expect((await ask(REMARK, { input: { ...note.input, words: 'Muuta' } })).codes).toEqual(['already-exists']);
  expect((await aino.ask('{ myFeedback { nodes { remarks(first: 5) { words } } } }')).codes).toEqual(['forbidden']);
  expect(JSON.stringify((await aino.ask('{ myData { class records } }')).data)).toContain('Kysytään puutarhalta');
  await aino.ask('mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { class } }', { input: { words: 'STAY', dryRun: false } });
  expect(await sql(city.em(), 'select from feedback_remark')).toHaveLength(0);
});

test('each queue holds what is open and of its kind', async () => {
  const me = await idOf('antti');
  const [fresh, mine, late, answered] = [await said(), await said({ unit: null }), await said({ contact }), await said({ contact })];
  const ask = await city.as('antti');
  await ask(SORT, { input: { changes: [{ id: mine.id, assigneeId: me }] } });
  await ask(SORT, { input: { changes: [late, answered].map(({ id }) => ({ id, dueOn: '2020-01-01' })) } });
  await ask(ANSWER, answerTo(answered.id));
  const QUEUE = 'query ($queue: FeedbackQueue) { feedbackPage(filter: { queue: $queue }) { nodes { id } } }';
  const inQueue = async (queue: string, who = ask) => (await who(QUEUE, { queue })).data!.feedbackPage.nodes.map(({ id }: { id: string }) => id).sort();
  expect(await inQueue('NEW')).toEqual([fresh.id, late.id].sort());
  expect(await inQueue('MINE')).toEqual([mine.id]);
  expect(await inQueue('LATE')).toEqual([late.id]);
  expect(await inQueue('WAITING')).toEqual([late.id]);
  expect(await inQueue('UNIT')).toEqual([]);
  expect(await inQueue('UNIT', await officerOf('green-services'))).toEqual([fresh.id, late.id].sort());
});
