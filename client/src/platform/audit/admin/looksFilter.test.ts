import { expect, test } from 'vitest';
import { looksFilterOf, looksInputOf, looksQueryOf } from './looksFilter.ts';

const staff = '0192f0c1-0000-7000-8000-000000000001';

test('what is in the address is what the list is narrowed down by, and what makes no sense is passed over', () => {
  const filter = { staff, from: '2026-11-01', to: '2026-11-30' };
  expect(looksFilterOf(looksQueryOf(filter))).toEqual(filter);
  expect(looksFilterOf({ kuka: 'antti', alkaen: 'eilen', asti: '2026-13-41', muu: 'x' })).toEqual({});
  expect(looksQueryOf({ ...filter, staff: null, to: '' })).toEqual({ alkaen: '2026-11-01' });
});

test('both days are days of the city, and the last one is within', () => {
  expect(looksInputOf({ staff, from: '2026-11-27', to: '2026-11-27' })).toEqual({
    staffId: staff,
    from: '2026-11-26T22:00:00.000Z',
    to: '2026-11-27T22:00:00.000Z',
  });
  expect(looksInputOf({})).toEqual({});
});
