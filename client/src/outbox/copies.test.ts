// @vitest-environment node
import { expect, test } from 'vitest';
import { aSquare, keyOf, say, sayMany, type Square } from './testing/square.ts';

const photo = () => ({ bytes: new Uint8Array(30_000).buffer, type: 'image/jpeg' as const });

/** A tablet that lost its database after some were said, and starts again. */
async function afterALoss(say: (tab: Awaited<ReturnType<ReturnType<Square['aTablet']>['open']>>) => Promise<unknown>) {
  const square = await aSquare();
  const tablet = square.aTablet();
  const before = await tablet.open();
  await say(before);
  const device = await before.device();
  before.kill();
  await tablet.wipe();
  const tab = await tablet.open();
  await tab.start();
  return { ...square, tablet, tab, device };
}

test('what was saved comes back when the browser threw the database away, and arrives under the number and the device that it had', async () => {
  const said: { id: string; revision: number }[] = [];
  const { tab, device, inbox } = await afterALoss(async (tab) => {
    said.push(...(await sayMany(tab, 3)), await say(tab, 'kuva', { photos: [photo()] }));
  });
  expect(await tab.counts()).toMatchObject({ made: 0, restored: 4, unsent: 5 });
  await tab.drain();
  expect(await tab.counts()).toMatchObject({ received: 4, unsent: 0 });
  expect(said.map((one) => inbox.rows.get(keyOf(one)))).toEqual(
    [1, 2, 3, 4].map((sequence) => expect.objectContaining({ sequence, deviceId: device.deviceId, deviceEpoch: device.deviceEpoch })),
  );
  expect([...inbox.photos.values()].map(({ bytes }) => bytes.length)).toEqual([30_028]);
});

test('a copy is sealed, and goes when its entry does', async () => {
  const square = await aSquare();
  const tablet = square.aTablet();
  const tab = await tablet.open();
  await say(tab, 'a', { photos: [photo()] });
  expect([...tablet.shelf.texts.values()].join()).not.toContain('TALKED');
  await tab.drain();
  expect(tablet.shelf.texts.size).toBe(2);
  square.clock.now += 73 * 3_600_000;
  await tab.drain();
  expect((await tab.page()).lines).toEqual([]);
  expect(tablet.shelf.texts.size).toBe(0);
});

test('what was delivered before the database went is sent twice and stored once', async () => {
  const { tab, atTheCity } = await afterALoss(async (tab) => {
    await sayMany(tab, 2);
    await tab.drain();
  });
  await tab.drain();
  expect(atTheCity()).toHaveLength(2);
  expect((await tab.page()).lines.map(({ code }) => code)).toEqual(['DUPLICATE', 'DUPLICATE']);
});

test('a copy that is damaged is left out, and the others come back', async () => {
  const tablet = (await aSquare()).aTablet();
  const before = await tablet.open();
  await sayMany(before, 3);
  before.kill();
  await tablet.wipe();
  const [key, text] = [...tablet.shelf.texts][1]!;
  tablet.shelf.texts.set(key, text.slice(0, -5));
  const tab = await tablet.open();
  await tab.start();
  expect(await tab.counts()).toMatchObject({ restored: 2 });
});

test('a shelf that is full stops nobody', async () => {
  const tablet = (await aSquare()).aTablet();
  tablet.shelf.full = true;
  const tab = await tablet.open();
  await say(tab, 'a');
  expect(await tab.counts()).toMatchObject({ made: 1, unsent: 1 });
  await tab.drain();
  expect(await tab.counts()).toMatchObject({ received: 1 });
});

test('what was saved and has no copy gets one at the next start, and comes back then', async () => {
  const tablet = (await aSquare()).aTablet();
  const tab = await tablet.open();
  tablet.shelf.full = true;
  await sayMany(tab, 2);
  await say(tab, 'kuva', { photos: [photo()] });
  tablet.shelf.full = false;
  await say(tab, 'tilaa taas');
  tab.kill();
  const next = await tablet.open();
  (await next.start())();
  await expect.poll(() => tablet.shelf.texts.size).toBe(5);
  next.kill();
  await tablet.wipe();
  const last = await tablet.open();
  (await last.start())();
  expect(await last.counts()).toMatchObject({ restored: 4, unsent: 5 });
});

test('a copy that outlived its entry is swept', async () => {
  const square = await aSquare();
  const tablet = square.aTablet();
  const tab = await tablet.open();
  (await tab.start())();
  await say(tab, 'a');
  const [[key, text]] = [...tablet.shelf.texts] as [[string, string]];
  await tab.drain();
  square.clock.now += 73 * 3_600_000;
  await tab.drain();
  // the tab died between the one and the other
  tablet.shelf.texts.set(key, text);
  await say(tab, 'b');
  await (await tablet.open()).start();
  await expect.poll(() => [...tablet.shelf.texts.keys()].filter((one) => one === key)).toEqual([]);
  expect(tablet.shelf.texts.size).toBe(1);
});
