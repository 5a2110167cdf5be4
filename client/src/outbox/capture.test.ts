// @vitest-environment node
import { expect, test } from 'vitest';
import { giveFeedback, tapTally } from '@torilla/schema/feedback/capture';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { sha256Hex } from './bytes.ts';
import { openPhoto } from './seal.ts';
import { aSquare, keyOf, say, sayMany } from './testing/square.ts';

test('a capture is numbered, has its receipt, and is sealed to the city alone', async () => {
  const { aTablet, inbox, city } = await aSquare();
  const tab = await aTablet().open();
  const saved = await say(tab, '  Lisää penkkejä torille  ');
  expect(saved).toMatchObject({ revision: 1, sequence: 1, receipt: await receiptOf(saved.id) });
  expect(await tab.counts()).toMatchObject({ made: 1, onlyHere: 1, received: 0, unsent: 1 });
  await tab.drain();
  const stored = inbox.rows.get(keyOf(saved))!;
  const { header, payload } = await city.open(stored.sealed);
  expect(header).toEqual(expect.objectContaining({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', kid: city.key.kid, id: saved.id, revision: 1 }));
  expect(payload).toMatchObject({ operation: 'feedback.give', version: 1, input: { words: 'Lisää penkkejä torille', topics: [], headcount: 1 } });
  expect(stored.sha256).toBe(await sha256Hex(stored.sealed));
});

test('what the form would not let through is not captured', async () => {
  const tab = await (await aSquare()).aTablet().open();
  await expect(tab.capture(giveFeedback, { channel: 'TALKED' })).rejects.toThrow('feedback-empty');
  expect(await tab.counts()).toMatchObject({ made: 0 });
});

test('numbers have no gaps with captures at the same instant in two tabs', async () => {
  const { aTablet } = await aSquare();
  const tablet = aTablet();
  const [one, two] = [await tablet.open(), await tablet.open()];
  const saved = await Promise.all(Array.from({ length: 60 }, (_, i) => say(i % 2 ? one : two, `puhe ${i}`)));
  expect(saved.map((s) => s.sequence).sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  expect((await one.device()).deviceId).toBe((await two.device()).deviceId);
});

test('what was made at an event is told by its numbers, whether it was sent or not', async () => {
  const { aTablet } = await aSquare();
  const tablet = aTablet();
  const tab = await tablet.open();
  const [square, library] = [newId(), newId()];
  for (const eventId of [square, library, square]) await say(tab, 'sana', { eventId });
  await say(tab, 'kotoa');
  await tab.drain();
  tab.kill();
  const after = await tablet.open();
  expect([await after.madeAt(square), await after.madeAt(library), await after.madeAt(newId())]).toEqual([2, 1, 0]);
});

test('a form that is saved twice is two revisions of one capture', async () => {
  const { aTablet, atTheCity } = await aSquare();
  const tab = await aTablet().open();
  const id = newId();
  const both = await Promise.all([say(tab, 'sama', { id }), say(tab, 'sama', { id })]);
  expect(both.map((s) => s.revision).sort()).toEqual([1, 2]);
  await tab.drain();
  expect(atTheCity()).toEqual([`${id} 1`, `${id} 2`]);
});

test('the last capture can be reopened until the next is begun, and for five minutes', async () => {
  const { aTablet, clock } = await aSquare();
  const tab = await aTablet().open();
  const eventId = newId();
  const first = await say(tab, 'Penkejä', { eventId });
  const again = await tab.reopenLast();
  expect(again).toMatchObject({ id: first.id, revision: 1, operation: 'feedback.give', eventId, input: { words: 'Penkejä' } });
  const corrected = await say(tab, 'Penkkejä', { id: again!.id, eventId });
  expect(corrected).toMatchObject({ id: first.id, revision: 2, sequence: 2, receipt: first.receipt });
  clock.now += 4 * 60_000;
  expect(await tab.reopenLast()).toMatchObject({ revision: 2 });
  clock.now += 2 * 60_000;
  expect(await tab.reopenLast()).toBeNull();
  await say(tab, 'Toinen');
  await tab.saveDraft('feedback', { words: 'Kol' });
  expect(await tab.reopenLast()).toBeNull();
});

test('a draft survives the app, is removed by its capture, and is gone after the hand-over', async () => {
  const { aTablet } = await aSquare();
  const tablet = aTablet();
  const tab = await tablet.open();
  await Promise.all(['K', 'Ka', 'Kah', 'Kahv'].map((words) => tab.saveDraft('feedback', { words })));
  tab.kill();
  const next = await tablet.open();
  expect(await next.loadDraft('feedback')).toEqual({ words: 'Kahv' });
  await say(next, 'Kahvia', { drafts: ['feedback'] });
  expect(await next.loadDraft('feedback')).toBeNull();
  await next.saveDraft('feedback', { words: 'x' });
  await Promise.all([next.saveDraft('feedback', { words: 'y' }), next.wipeDrafts()]);
  expect(await next.loadDraft('feedback')).toBeNull();
  expect(await next.reopenLast()).toBeNull();
});

test('a photo is sealed apart, named in the words, and opened again only with their key', async () => {
  const { aTablet, inbox, city } = await aSquare();
  const tab = await aTablet().open();
  const plain = new Uint8Array(600_000).map((_, i) => (i * 31) % 251);
  const saved = await say(tab, 'Katso kuva', { photos: [{ bytes: plain.buffer, type: 'image/jpeg' }] });
  expect(await tab.counts()).toMatchObject({ photosLeft: 1, unsent: 2 });
  await tab.drain();
  expect(await tab.counts()).toMatchObject({ photosLeft: 0, unsent: 0 });
  const { photos } = (await city.open(inbox.rows.get(keyOf(saved))!.sealed)).payload.input as {
    photos: { id: string; key: string; sha256: string; bytes: number }[];
  };
  const arrived = inbox.photos.get(`${saved.id}/${photos[0]!.id}`)!.bytes;
  expect(arrived.length).toBe(photos[0]!.bytes);
  expect(await sha256Hex(arrived.buffer)).toBe(photos[0]!.sha256);
  expect(new Uint8Array(await openPhoto(arrived.buffer, photos[0]!.key))).toEqual(plain);
  const again = (await tab.reopenLast())!.input as { photos: Parameters<typeof tab.photoOf>[1][] };
  expect((await tab.photoOf(saved.id, again.photos[0]!))?.size).toBe(plain.length);
});

test("without the city's key nothing is taken, and it says so", async () => {
  const tab = (await aSquare()).aTablet().openBare();
  await expect(say(tab, 'x')).rejects.toMatchObject({ code: 'no-city-key' });
});

test('the list reads its page alone, the newest first, of 20,000 entries', async () => {
  const { aTablet } = await aSquare();
  const tablet = aTablet();
  const tab = await tablet.open();
  const sample = await say(tab, 'malli');
  const { openDB } = await import('idb');
  const db = await openDB(tablet.databaseName);
  const template = (await db.getAll('entries'))[0] as Record<string, unknown>;
  const fill = db.transaction('entries', 'readwrite');
  for (let n = 2; n <= 20_000; n++) void fill.store.add({ ...template, key: n, sequence: n, own: n, id: newId() });
  await fill.done;
  const first = await tab.page(null, 50);
  expect((await tab.counts()).onlyHere).toBe(20_000);
  expect(first.lines.map((l) => l.sequence)).toEqual(Array.from({ length: 50 }, (_, i) => 20_000 - i));
  const second = await tab.page(first.cursor, 50);
  expect(second.lines[0]!.sequence).toBe(19_950);
  const end = await tab.page(2, 50);
  expect(end).toMatchObject({ cursor: null, lines: [{ id: sample.id, operation: 'feedback.give', state: 'ONLY_HERE', receipt: sample.receipt }] });
  db.close();
});

test('the numbers of each event are told apart', async () => {
  const { aTablet, inbox } = await aSquare();
  const tab = await aTablet().open();
  const [market, library] = [newId(), newId()];
  await sayMany(tab, 3, { eventId: market });
  await tab.capture(tapTally, { questionId: newId(), option: 'yes' }, { eventId: library });
  await sayMany(tab, 2, { eventId: market });
  await tab.drain();
  expect(inbox.reports.at(-1)).toMatchObject({
    made: 6,
    unsent: 0,
    oldestUnsentAt: null,
    events: [
      {
        eventId: market,
        made: [
          { from: 1, to: 3 },
          { from: 5, to: 6 },
        ],
      },
      { eventId: library, made: [{ from: 4, to: 4 }] },
    ],
  });
});
