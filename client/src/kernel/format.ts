import type { Locale } from '@torilla/schema/kernel/locale';
import { toFinnishDate } from './date.ts';

/** The city's own clock: an event at ten is at ten wherever the reader sits. */
export const TIME_ZONE = 'Europe/Helsinki';
/** Swedish and English as they are written in Finland and in Europe. */
export const tags: Record<Locale, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

// each takes a phone long to make, so none is made before it is needed, and none twice
function onceEach<O, F>(make: (tag: string, options: O) => F): (tag: string, options: O) => F {
  const made = new Map<string, F>();
  return (tag, options) => {
    const key = tag + JSON.stringify(options);
    const known = made.get(key) ?? make(tag, options);
    made.set(key, known);
    return known;
  };
}
const dates = onceEach((tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { timeZone: TIME_ZONE, ...options }));
const numbers = onceEach((tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options));

/** What the city's calendar and clocks show at an instant: `2027-05-20` and `11:42`. The Swedes write both as ISO 8601 does. */
export function cityTimeOf(at: Date): { date: string; time: string } {
  const shown = dates('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const [date = '', time = ''] = shown.split(' ');
  return { date, time };
}

function clock(at: Date, locale: Locale, whole: boolean): string {
  const { time } = cityTimeOf(at);
  if (locale === 'en') return time;
  const [hour, minute] = time.split(':');
  // a whole hour is written without its zeros: klo 10–14
  return whole && minute === '00' ? String(Number(hour)) : `${Number(hour)}.${minute}`;
}

const before: Record<Locale, string> = { fi: 'klo ', sv: 'kl. ', en: '' };

/** A day of the calendar at the city, `2027-05-18`, for grouping and comparing. */
export const dayOf = (at: Date): string => cityTimeOf(at).date;

/** 20.5.2027 */
export const formatDate = (at: Date, locale: Locale): string =>
  locale === 'en' ? dates(tags.en, { day: 'numeric', month: 'long', year: 'numeric' }).format(at) : toFinnishDate(dayOf(at));

/** torstai 20.5.2027 */
export const formatWeekday = (at: Date, locale: Locale): string => `${dates(tags[locale], { weekday: 'long' }).format(at)} ${formatDate(at, locale)}`;

/** klo 11.42 */
export const formatTime = (at: Date, locale: Locale): string => before[locale] + clock(at, locale, false);

/** klo 10–14 */
export const formatTimeSpan = (from: Date, to: Date, locale: Locale): string => `${before[locale]}${clock(from, locale, true)}–${clock(to, locale, true)}`;

/** 20.5.2027 klo 11.42 */
export const formatMoment = (at: Date, locale: Locale): string => `${formatDate(at, locale)}${locale === 'en' ? ', ' : ' '}${formatTime(at, locale)}`;

/** 5 000 */
export const formatNumber = (value: number, locale: Locale): string => numbers(tags[locale], {}).format(value);

/** 54 %, from a share of 1. */
export const formatPercent = (share: number, locale: Locale): string => numbers(tags[locale], { style: 'percent' }).format(share);

/** 50 000 €, from cents; whole euros without decimals. */
export const formatEuros = (cents: number, locale: Locale): string =>
  numbers(tags[locale], {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);
