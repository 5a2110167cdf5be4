import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { fieldDb } from './fieldStore.ts';
import { isPinOf, noteTry, triesAt, verifierOf, waitUntil } from './pin.ts';

const now = Date.parse('2027-05-18T09:00:00Z');
beforeEach(() => fieldDb.run((db) => db.clear('tries')));

test('digits are a PIN by the function that the city used', async () => {
  // made by node:crypto's pbkdf2 of '2580'
  const pin = { workerId: 'a', salt: 'c2FsdHNhbHRzYWx0c2Fs', iterations: 1000, hash: 'nhICJeT7ij7LFOuP73cd4UJ_tMTmTbxrknO75IJWUAg' };
  expect(await isPinOf(pin, '2580')).toBe(true);
  expect(await isPinOf(pin, '2581')).toBe(false);
  expect(await isPinOf(pin, '')).toBe(false);
});

test('a PIN that is set on the tablet is known by the same function, each time by another salt', async () => {
  const [one, other] = [await verifierOf('3690'), await verifierOf('3690')];
  expect(await isPinOf(one, '3690')).toBe(true);
  expect(await isPinOf(one, '3691')).toBe(false);
  expect(one.hash).not.toBe(other.hash);
  expect(JSON.stringify(one)).not.toContain('3690');
});

test('four wrong tries cost nothing, then each costs more, and a right one forgets them', async () => {
  const waits: number[] = [];
  for (let n = 0; n < 10; n++) waits.push((waitUntil(await noteTry('mirja', false, now), now) - now) / 1000);
  expect(waits).toEqual([0, 0, 0, 0, 30, 60, 300, 900, 900, 900]);
  expect(await triesAt('mirja')).toEqual({ wrong: 10, at: now });
  expect(await triesAt('antti')).toEqual({ wrong: 0, at: 0 });
  expect(await noteTry('mirja', true, now)).toEqual({ wrong: 0, at: 0 });
});

test('a clock that went back makes nobody wait for years', () => {
  expect(waitUntil({ wrong: 5, at: now }, now - 3 * 365 * 86_400_000)).toBe(now - 3 * 365 * 86_400_000 + 30_000);
});

test('tries at one moment in two tabs are both counted', async () => {
  await Promise.all(Array.from({ length: 5 }, () => noteTry('mirja', false, now)));
  expect((await triesAt('mirja')).wrong).toBe(5);
});
