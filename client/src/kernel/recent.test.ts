import { expect, test } from 'vitest';
import { instantOf, parseTime, writtenTime } from './cityTime.ts';
import { cityTimeOf } from './format.ts';
import { formatAgo, formatBytes, formatLength, formatRecent } from './recent.ts';

test.each([
  ['9', '09:00'],
  ['9.30', '09:30'],
  [' klo 13:05 ', '13:05'],
  ['0.00', '00:00'],
  ['24', null],
  ['9.60', null],
  ['9.3', null],
  ['', null],
])('the time typed as "%s" is %s', (typed, time) => {
  expect(parseTime(typed)).toBe(time);
});

test('a time of the city is the same instant there and back, in summer and in winter', () => {
  expect(instantOf('2027-05-18', '10:00')).toBe('2027-05-18T07:00:00.000Z');
  expect(instantOf('2027-01-18', '10:00')).toBe('2027-01-18T08:00:00.000Z');
  expect(cityTimeOf(new Date('2027-05-18T07:00:00.000Z'))).toEqual({ date: '2027-05-18', time: '10:00' });
  // the hour between three and four comes twice on the last night of summer time
  expect(instantOf('2027-10-31', '03:30')).toBe('2027-10-31T00:30:00.000Z');
  expect(instantOf('2027-10-31', '04:30')).toBe('2027-10-31T02:30:00.000Z');
  expect(writtenTime('09:05')).toBe('9.05');
});

const now = new Date('2027-05-18T09:00:00Z');
test.each([
  ['2027-05-18T08:59:40Z', 'nyt'],
  ['2027-05-18T08:57:00Z', '3 minuuttia sitten'],
  ['2027-05-18T06:30:00Z', '2 tuntia sitten'],
  ['2027-05-15T06:30:00Z', '3 päivää sitten'],
])('%s was "%s"', (at, words) => {
  expect(formatAgo(new Date(at), now, 'fi')).toBe(words);
});

test.each([
  ['2027-05-18T08:42:00Z', 'klo 11.42'],
  ['2027-05-17T08:42:00Z', 'eilen'],
  ['2027-05-12T08:42:00Z', '12.5.'],
  ['2026-05-12T08:42:00Z', '12.5.2026'],
])('%s is shown as "%s"', (at, words) => {
  expect(formatRecent(new Date(at), now, 'fi')).toBe(words);
});

test('bytes are told with two figures at most below ten', () => {
  expect(formatBytes(0, 'fi')).toBe('0 t');
  expect(formatBytes(1_234_567, 'fi')).toBe('1,2 Mt');
  expect(formatBytes(52_000_000_000, 'en')).toBe('52 GB');
});

test('a length is told in its largest whole unit', () => {
  const MINUTE = 60_000;
  expect(formatLength(6.5 * MINUTE, 'fi')).toBe('6 minuuttia');
  expect(formatLength(3 * 60 * MINUTE, 'sv').replace(/\s/g, ' ')).toBe('3 timmar');
  expect(formatLength(1095 * 24 * 60 * MINUTE, 'fi').replace(/\s/g, ' ')).toBe('1 095 päivää');
  expect(formatLength(1000, 'en')).toBe('0 minutes');
});
