import type { Locale } from '@torilla/schema/kernel/locale';
import { dayOf, formatDate, formatTime, tags, TIME_ZONE } from './format.ts';

const MINUTE = 60_000;
const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', MINUTE],
] as const;

/** How long ago, in the largest whole unit: "3 minuuttia sitten"; what is younger than a minute is "nyt". */
export function formatAgo(at: Date, now: Date, locale: Locale): string {
  const words = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' });
  const passed = now.getTime() - at.getTime();
  for (const [unit, ms] of steps) if (passed >= ms) return words.format(-Math.floor(passed / ms), unit);
  return words.format(0, 'second');
}

/** How long, in the largest whole unit: "3 minuuttia", "1 095 päivää". */
export function formatLength(ms: number, locale: Locale): string {
  const [unit, size] = steps.find(([, step]) => ms >= step) ?? steps.at(-1)!;
  return new Intl.NumberFormat(tags[locale], { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(ms / size));
}

/** As short as can be told apart: the time today, the word for yesterday, then the date, with its year once that is another. */
export function formatRecent(at: Date, now: Date, locale: Locale): string {
  const day = dayOf(at);
  if (day === dayOf(now)) return formatTime(at, locale);
  if (day === dayOf(new Date(now.getTime() - 24 * 60 * MINUTE))) return new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' }).format(-1, 'day');
  if (day.slice(0, 4) !== dayOf(now).slice(0, 4)) return formatDate(at, locale);
  return new Intl.DateTimeFormat(tags[locale], { timeZone: TIME_ZONE, day: 'numeric', month: locale === 'en' ? 'short' : 'numeric' }).format(at);
}

/** 12 Mt, from bytes; Finnish and Swedish have their own letters for them. */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = locale === 'fi' ? ['t', 'kt', 'Mt', 'Gt', 'Tt'] : ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${new Intl.NumberFormat(tags[locale], { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${units[power]}`;
}
