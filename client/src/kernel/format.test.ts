import { expect, test } from 'vitest';
import { dayOf, formatDate, formatEuros, formatMoment, formatNumber, formatTimeSpan, formatWeekday } from './format.ts';

const at = new Date('2027-05-20T08:42:00Z');
const hour = (h: string) => new Date(`2027-05-20T${h}Z`);
const plain = (text: string) => text.replace(/\s/g, ' ');

test('dates and times are written the Finnish way, by the clock of the city', () => {
  expect(formatDate(at, 'fi')).toBe('20.5.2027');
  expect(formatMoment(at, 'fi')).toBe('20.5.2027 klo 11.42');
  expect(formatWeekday(at, 'fi')).toBe('torstai 20.5.2027');
  expect(formatTimeSpan(hour('07:00'), hour('11:00'), 'fi')).toBe('klo 10–14');
  expect(formatTimeSpan(hour('07:30'), hour('11:00'), 'fi')).toBe('klo 10.30–14');
});

test('Swedish and English have their own ways', () => {
  expect(formatMoment(at, 'sv')).toBe('20.5.2027 kl. 11.42');
  expect(formatWeekday(at, 'sv')).toBe('torsdag 20.5.2027');
  expect(formatMoment(at, 'en')).toBe('20 May 2027, 11:42');
  expect(formatTimeSpan(hour('07:00'), hour('11:00'), 'en')).toBe('10:00–14:00');
});

test('an evening in Hamina belongs to its own day, not to that of Greenwich', () => {
  expect(dayOf(new Date('2027-05-20T21:30:00Z'))).toBe('2027-05-21');
});

test('money and numbers group by threes', () => {
  expect(plain(formatEuros(5_000_000, 'fi'))).toBe('50 000 €');
  expect(plain(formatEuros(1250, 'fi'))).toBe('12,50 €');
  expect(formatEuros(5_000_000, 'en')).toBe('€50,000');
  expect(plain(formatNumber(5000, 'fi'))).toBe('5 000');
});
