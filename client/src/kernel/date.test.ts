import { expect, test } from 'vitest';
import { parseFinnishDate, toFinnishDate } from './date.ts';

test('a date typed the Finnish way is read, spaces and all', () => {
  expect(parseFinnishDate('20.5.2027')).toBe('2027-05-20');
  expect(parseFinnishDate(' 1. 2. 2027 ')).toBe('2027-02-01');
  expect(toFinnishDate('2027-02-01')).toBe('1.2.2027');
});

test('what is no day is no date', () => {
  for (const typed of ['', '31.2.2027', '20.5.27', '2027-05-20', '0.1.2027', '1.13.2027', 'huomenna']) expect(parseFinnishDate(typed)).toBeNull();
});
