// @vitest-environment node
import { expect, test } from 'vitest';
import { aSquare, keyOf, say, sayMany } from './testing/square.ts';

async function aBrokenRadio() {
  const square = await aSquare();
  const [broken, helper] = [await square.aTablet().open(), await square.aTablet().open()];
  const said = await sayMany(broken, 120);
  said.push(await say(broken, 'kuva', { photos: [{ bytes: new Uint8Array(400_000).buffer, type: 'image/jpeg' }] }));
  await sayMany(helper, 2);
  return { ...square, broken, helper, said, file: await broken.exportQueue() };
}

test('a tablet with a broken radio is emptied through another, and what both send is there once', async () => {
  const { broken, helper, said, file, atTheCity, inbox } = await aBrokenRadio();
  expect(await helper.importQueue(file)).toEqual({ entries: 121, photos: 1, known: 0, damaged: 0, complete: true });
  expect(await helper.importQueue(file)).toEqual({ entries: 0, photos: 0, known: 122, damaged: 0, complete: true });
  expect(await helper.counts()).toMatchObject({ made: 2, onlyHere: 123 });
  expect((await helper.page(null, 1)).lines[0]).toMatchObject({ foreign: true, operation: 'feedback.give' });
  await helper.drain();
  expect(await helper.counts()).toMatchObject({ received: 123, unsent: 0 });
  const device = await broken.device();
  expect(said.map((s) => inbox.rows.get(keyOf(s)))).toEqual(
    said.map((s) => expect.objectContaining({ deviceId: device.deviceId, deviceEpoch: device.deviceEpoch, sequence: s.sequence })),
  );
  expect([...inbox.photos.values()].map((p) => p.bytes.length)).toEqual([400_028]);
  // its radio comes back
  await broken.drain();
  expect((await broken.page(null, 200)).lines.every((line) => line.code === 'DUPLICATE')).toBe(true);
  expect(atTheCity()).toHaveLength(123);
  expect(await (await broken.exportQueue()).text()).toMatch(/^torilla-outbox 1\n[0-9a-f]{64} \{"lines":0\}\n$/);
});

test('what a helper carries can be handed on', async () => {
  const { helper, aTablet, file, said, inbox, broken } = await aBrokenRadio();
  await helper.importQueue(file);
  const third = await aTablet().open();
  expect(await third.importQueue(await helper.exportQueue())).toMatchObject({ entries: 123, photos: 1, complete: true });
  await third.drain();
  expect(inbox.rows.get(keyOf(said[0]!))).toMatchObject({ deviceId: (await broken.device()).deviceId });
});

test('a damaged file is rescued as far as it goes, and is said not to be whole', async () => {
  const { aTablet, file } = await aBrokenRadio();
  const text = await file.text();
  const flipped = new Blob([text.replace('"revision":1', '"revision":7')]);
  expect(await (await aTablet().open()).importQueue(flipped)).toEqual({ entries: 120, photos: 1, known: 0, damaged: 1, complete: false });
  const cut = new Blob([text.slice(0, 50_000)]);
  const rescued = await (await aTablet().open()).importQueue(cut);
  expect(rescued).toMatchObject({ damaged: 1, complete: false });
  expect(rescued.entries).toBeGreaterThan(20);
  await expect((await aTablet().open()).importQueue(new Blob(['%PDF-1.7']))).rejects.toMatchObject({ code: 'file-unreadable' });
});

test('one tablet that takes its own file changes nothing', async () => {
  const { broken, file } = await aBrokenRadio();
  expect(await broken.importQueue(file)).toMatchObject({ entries: 0, photos: 0, known: 122 });
  expect(await broken.counts()).toMatchObject({ made: 121, onlyHere: 121 });
});
