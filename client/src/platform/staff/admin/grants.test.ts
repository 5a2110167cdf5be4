import { expect, test } from 'vitest';
import { endOfDay, isCurrent, lastMomentOf } from './grants.ts';

test('a role until a day is in force to its end in the city, in winter and in summer', () => {
  expect(endOfDay('2026-12-31')).toBe('2026-12-31T22:00:00.000Z');
  expect(endOfDay('2027-06-30')).toBe('2027-06-30T21:00:00.000Z');
  // the night in which the clocks go forward
  expect(endOfDay('2027-03-28')).toBe('2027-03-28T21:00:00.000Z');
  expect(lastMomentOf(endOfDay('2026-12-31'))).toBe('2026-12-31T21:59:59.999Z');
});

test('a role is in force until it has run out or somebody ended it', () => {
  const now = Date.parse('2027-01-01T00:00:00Z');
  expect(isCurrent({}, now)).toBe(true);
  expect(isCurrent({ until: '2027-01-02T00:00:00Z', endedAt: null }, now)).toBe(true);
  expect(isCurrent({ until: '2027-01-01T00:00:00Z' }, now)).toBe(false);
  expect(isCurrent({ until: null, endedAt: '2026-12-01T00:00:00Z' }, now)).toBe(false);
});
