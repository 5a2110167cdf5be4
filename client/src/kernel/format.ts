import type { Locale } from '@torilla/schema/kernel/locale';

/** The city's own clock: an event at ten is at ten wherever the reader sits. */
export const TIME_ZONE = 'Europe/Helsinki';
// Swedish and English as they are written in Finland and in Europe
const tags: Record<Locale, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

// the Swedes write their dates as ISO 8601 does
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE });

const cache = new Map<string, Intl.DateTimeFormat>();
function dates(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let format = cache.get(key);
  if (!format) cache.set(key, (format = new Intl.DateTimeFormat(tags[locale], { timeZone: TIME_ZONE, ...options })));
  return format;
}

const clockParts = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
function clock(at: Date, locale: Locale, whole: boolean): string {
  const [hour = '', minute = ''] = clockParts.format(at).split(':');
  if (locale === 'en') return `${hour.padStart(2, '0')}:${minute}`;
  // a whole hour is written without its zeros: klo 10–14
  return whole && minute === '00' ? String(Number(hour)) : `${Number(hour)}.${minute}`;
}

const before: Record<Locale, string> = { fi: 'klo ', sv: 'kl. ', en: '' };

/** A day of the calendar at the city, `2027-05-18`, for grouping and comparing. */
export const dayOf = (at: Date): string => days.format(at);

/** 20.5.2027 */
export const formatDate = (at: Date, locale: Locale): string =>
  locale === 'en'
    ? dates(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(at)
    : dates('fi', { day: 'numeric', month: 'numeric', year: 'numeric' }).format(at);

/** torstai 20.5.2027 */
export const formatWeekday = (at: Date, locale: Locale): string => `${dates(locale, { weekday: 'long' }).format(at)} ${formatDate(at, locale)}`;

/** klo 11.42 */
export const formatTime = (at: Date, locale: Locale): string => before[locale] + clock(at, locale, false);

/** klo 10–14 */
export const formatTimeSpan = (from: Date, to: Date, locale: Locale): string => `${before[locale]}${clock(from, locale, true)}–${clock(to, locale, true)}`;

/** 20.5.2027 klo 11.42 */
export const formatMoment = (at: Date, locale: Locale): string => `${formatDate(at, locale)}${locale === 'en' ? ', ' : ' '}${formatTime(at, locale)}`;

/** 5 000 */
export const formatNumber = (value: number, locale: Locale): string => new Intl.NumberFormat(tags[locale]).format(value);

/** 50 000 €, from cents; whole euros without decimals. */
export const formatEuros = (cents: number, locale: Locale): string =>
  new Intl.NumberFormat(tags[locale], {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);
