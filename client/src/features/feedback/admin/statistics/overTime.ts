import type { StatisticsStep } from '@torilla/schema/feedback/statistics';
import type { Series } from '../../../../kernel/ui/charts/series.ts';
import type { StatisticsRow } from './useStatistics.ts';

const DAY = 86_400_000;
/** So many kinds have a colour or a pattern of their own; what is beyond them is told together. */
export const MOST_KINDS = 8;

/** Every week or month from the first of the rows to the last, as the first day of each: also those of which there is nothing. */
export function periodsOf(rows: readonly StatisticsRow[], step: StatisticsStep): string[] {
  const known = rows.flatMap(({ period }) => period ?? []).sort();
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return [];
  const periods: string[] = [];
  for (let at = first; at <= last; at = after(at, step)) periods.push(at);
  return periods;
}

function after(day: string, step: StatisticsStep): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (step === 'WEEK') return new Date(at.getTime() + 7 * DAY).toISOString().slice(0, 10);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
}

/** The kinds over time, the largest first; beyond eight they are put together. */
export function seriesOf(rows: readonly StatisticsRow[], periods: readonly string[], nameOf: (row: StatisticsRow) => string, others: string): Series[] {
  const kinds = new Map<string, { label: string; total: number; counts: Map<string, number> }>();
  for (const row of rows) {
    const kind = kinds.get(row.key ?? '') ?? { label: nameOf(row), total: 0, counts: new Map<string, number>() };
    kind.total += row.count;
    kind.counts.set(row.period ?? '', row.count);
    kinds.set(row.key ?? '', kind);
  }
  const sorted = [...kinds].sort(([, a], [, b]) => b.total - a.total);
  const asSeries = ([key, { label, counts }]: (typeof sorted)[number]): Series => ({
    key: key || '-',
    label,
    values: periods.map((period) => counts.get(period) ?? 0),
  });
  if (sorted.length <= MOST_KINDS) return sorted.map(asSeries);
  const rest = sorted.slice(MOST_KINDS - 1);
  const together = periods.map((period) => rest.reduce((sum, [, { counts }]) => sum + (counts.get(period) ?? 0), 0));
  return [...sorted.slice(0, MOST_KINDS - 1).map(asSeries), { key: 'others', label: others, values: together }];
}
