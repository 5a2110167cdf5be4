import * as format from './format.ts';
import { useLocale } from './useLocale.ts';

/** Dates, times and numbers in the reader's language. Instants come as the API gives them, in ISO 8601. */
export function useFormat() {
  const { locale } = useLocale();
  return {
    date: (at: string) => format.formatDate(new Date(at), locale.value),
    /** From one day to another, or one day alone. */
    days: (from: string, to?: string | null) => [from, to].flatMap((day) => (day ? [format.formatDate(new Date(day), locale.value)] : [])).join('–'),
    weekday: (at: string) => format.formatWeekday(new Date(at), locale.value),
    time: (at: string) => format.formatTime(new Date(at), locale.value),
    span: (from: string, to: string) => format.formatTimeSpan(new Date(from), new Date(to), locale.value),
    moment: (at: string) => format.formatMoment(new Date(at), locale.value),
    number: (value: number) => format.formatNumber(value, locale.value),
    percent: (share: number) => format.formatPercent(share, locale.value),
    euros: (cents: number) => format.formatEuros(cents, locale.value),
  };
}
