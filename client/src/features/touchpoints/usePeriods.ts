import { tags } from '../../kernel/format.ts';
import { useLocale } from '../../kernel/useLocale.ts';
import { useFormat } from '../../kernel/useFormat.ts';
import type { Period, TrendBy } from './useTrends.ts';

const DAY = 86_400_000;

/** Periods and their figures in the reader's language. */
export function usePeriods() {
  const { date, percent } = useFormat();
  const { locale } = useLocale();
  const at = (day: string, days = 0) => new Date(Date.parse(day) + days * DAY);
  return {
    /** A week by its days; a month by its name: the one in which its first Thursday lies. */
    name: (by: TrendBy, { from, to }: Period): string =>
      by === 'WEEK'
        ? `${date(from)}–${date(to)}`
        : new Intl.DateTimeFormat(tags[locale.value], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at(from, 3)),
    /** The same in a few letters, for an axis. */
    short: (by: TrendBy, { from }: Period): string => {
      if (by === 'MONTH') return new Intl.DateTimeFormat(tags[locale.value], { month: 'numeric', year: '2-digit', timeZone: 'UTC' }).format(at(from, 3));
      return new Intl.DateTimeFormat(tags[locale.value], { day: 'numeric', month: 'numeric', timeZone: 'UTC' }).format(at(from));
    },
    percent,
    mean: (value: number): string => new Intl.NumberFormat(tags[locale.value], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value),
  };
}
