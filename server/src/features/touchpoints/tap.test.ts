import { beforeEach, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { kioskTurn, phoneTurn } from '@torilla/schema/touchpoints/limits';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aPoint } from './testing.ts';

const city = await aCity();
let point: string;
let phone: TestDevice;
beforeEach(async () => {
  point = await aPoint(city);
  phone = await TestDevice.public(city);
});

const tap = async (device: TestDevice, more: { score?: unknown; touchpointId?: string; capturedAt?: string } = {}) => {
  const { capturedAt, ...input } = more;
  const item = await device.seal({ operation: 'touchpoint.tap', input: { touchpointId: point, score: 5, ...input }, capturedAt });
  return { id: item.id, result: (await device.push(item)).results[0]! };
};
const tell = async (device: TestDevice, words: string, tapId: string, more: object = {}) =>
  (await device.push(await device.seal({ operation: 'touchpoint.tell', input: { tapId, touchpointId: point, words, ...more } }))).results[0]!;
const states = async () => (await sql<{ state: string }>(city.em(), 'select state from touchpoint_tap order by received_at, id')).map(({ state }) => state);
const said = () =>
  sql<{ words: string; state: string; held: string | null }>(city.em(), 'select words, state, held_for as held from touchpoint_words order by received_at, id');

test('a phone counts once in half an hour, and four times a day; the rest is kept with the reason, and thanked alike', async () => {
  const first = await tap(phone);
  expect(first.result).toMatchObject({ code: 'ACCEPTED' });
  city.clock.pass(phoneTurn.pauseMs - 1000);
  expect((await tap(phone, { score: 1 })).result).toMatchObject({ code: 'ACCEPTED' });
  for (let n = 0; n < 4; n++) {
    city.clock.pass(phoneTurn.pauseMs + 1000);
    await tap(phone);
  }
  expect(await states()).toEqual(['COUNTED', 'REPEATED', 'COUNTED', 'COUNTED', 'COUNTED', 'TOO_MANY']);
  city.clock.pass(phoneTurn.perMs);
  await tap(phone);
  expect((await states()).at(-1)).toBe('COUNTED');
});

test('a phone that sets its clock back counts no more often', async () => {
  const now = city.clock.now().getTime();
  for (let hours = 1; hours < 12; hours++) await tap(phone, { capturedAt: new Date(now - hours * 3_600_000).toISOString() });
  expect((await states()).filter((state) => state === 'COUNTED')).toHaveLength(phoneTurn.most);
});

test('another phone counts, and so does the same one at another point', async () => {
  await tap(phone);
  await tap(await TestDevice.public(city));
  await tap(phone, { touchpointId: await aPoint(city) });
  expect(await states()).toEqual(['COUNTED', 'COUNTED', 'COUNTED']);
});

test("at the city's own tablet people stand in line; it has a ceiling too", async () => {
  const kiosk = await TestDevice.tablet(city);
  await tap(kiosk);
  await tap(kiosk);
  city.clock.pass(kioskTurn.pauseMs);
  await tap(kiosk);
  expect(await states()).toEqual(['COUNTED', 'REPEATED', 'COUNTED']);
  // an afternoon without a network comes at once, and counts by when it was
  const hour = city.clock.now().getTime() - 5 * 3_600_000;
  const items = await Promise.all(
    Array.from({ length: kioskTurn.most + 5 }, (_, n) =>
      kiosk.seal({ operation: 'touchpoint.tap', input: { touchpointId: point, score: 4 }, capturedAt: new Date(hour + n * 4000).toISOString() }),
    ),
  );
  for (let from = 0; from < items.length; from += 50) await kiosk.push(...items.slice(from, from + 50));
  const counted = await sql<{ state: string; n: number }>(
    city.em(),
    'select state, count(*)::int as n from touchpoint_tap where score = 4 group by 1 order by 1',
  );
  expect(counted).toEqual([
    { state: 'COUNTED', n: kioskTurn.most },
    { state: 'TOO_MANY', n: 5 },
  ]);
});

test('sent twice it is one tap; a face that there is not, and a point that there is not, wait for a person', async () => {
  const item = await phone.seal({ operation: 'touchpoint.tap', input: { touchpointId: point, score: 3 } });
  expect((await phone.push(item)).results[0]).toMatchObject({ code: 'ACCEPTED' });
  expect((await phone.push(item)).results[0]).toMatchObject({ code: 'DUPLICATE' });
  expect((await tap(phone, { score: 6 })).result).toMatchObject({ code: 'HELD', reason: 'bad-input' });
  expect((await tap(phone, { score: 2.5 })).result).toMatchObject({ code: 'HELD', reason: 'bad-input' });
  expect((await tap(phone, { touchpointId: newId() })).result).toMatchObject({ code: 'HELD', reason: 'unknown-touchpoint' });
  expect(await states()).toEqual(['COUNTED']);
});

test('what was tapped before a point was closed counts, however late it comes; what was after does not, and is kept', async () => {
  const before = city.clock.now().toISOString();
  city.clock.pass(60_000);
  await (
    await city.as('hallinta')
  )('mutation ($id: ID!) { closeTouchpoint(id: $id) { closedAt } }', { id: point });
  city.clock.pass(60_000);
  await tap(phone);
  await tap(phone, { capturedAt: before });
  expect((await states()).sort()).toEqual(['CLOSED', 'COUNTED']);
});

test('words follow a tap; what tells who somebody is, may offend, or belongs to no counted tap, is held; of one tap there is one text', async () => {
  const { id } = await tap(phone);
  expect(await tell(phone, '  Kiitos avusta! ', id)).toMatchObject({ code: 'ACCEPTED' });
  expect(await tell(phone, 'Ja vielä toiset sanat', id)).toMatchObject({ code: 'ACCEPTED' });
  city.clock.pass(1000);
  const again = await tap(phone);
  await tell(phone, 'Sama mies uudestaan', again.id);
  for (const words of ['Soita 040 123 4567', 'Ihan paskaa']) {
    city.clock.pass(phoneTurn.pauseMs + 1000);
    await tell(phone, words, (await tap(phone)).id);
  }
  expect(await said()).toEqual([
    { words: 'Kiitos avusta!', state: 'SHOWN', held: null },
    { words: 'Sama mies uudestaan', state: 'HELD', held: 'NOT_COUNTED' },
    { words: 'Soita 040 123 4567', state: 'HELD', held: 'PERSONAL' },
    { words: 'Ihan paskaa', state: 'HELD', held: 'RUDE' },
  ]);
});

test('words that are too long, or none, wait for a person as they came', async () => {
  const { id } = await tap(phone);
  for (const words of ['x'.repeat(501), '  ']) expect(await tell(phone, words, id)).toMatchObject({ code: 'HELD', reason: 'bad-input' });
  expect(await said()).toEqual([]);
});

test('the device is forgotten after a week, and the answer stays', async () => {
  await tap(phone);
  const rule = city.app.services.retention.find(({ key }) => key === 'touchpoint-device')!;
  const ids = (await sql<{ id: string; days: number }>(city.em(), `select id, extract(day from until - since)::int as days from (${rule.records}) r`)).map(
    ({ id, days }) => {
      expect(days).toBe(7);
      return id;
    },
  );
  await rule.purge!(city.context(), ids);
  expect(await sql(city.em(), 'select device, state from touchpoint_tap')).toEqual([{ device: null, state: 'COUNTED' }]);
  expect(await sql(city.em(), rule.records)).toEqual([]);
});
