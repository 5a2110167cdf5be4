import { expect, test } from 'vitest';
import { MOST_KINDS, periodsOf, seriesOf } from './overTime.ts';
import type { StatisticsRow } from './useStatistics.ts';

const row = (key: string | null, period: string, count: number): StatisticsRow =>
  ({ key, period, count, name: null, number: null, people: count, open: 0, late: 0, answered: 0, medianDays: null, p90Days: null }) as StatisticsRow;

test('a week or a month of which there is nothing is there as well', () => {
  expect(periodsOf([row('a', '2026-11-30', 1), row('a', '2026-11-09', 1)], 'WEEK')).toEqual(['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']);
  expect(periodsOf([row('a', '2025-11-01', 1), row('b', '2026-02-01', 1)], 'MONTH')).toEqual(['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01']);
  expect(periodsOf([], 'MONTH')).toEqual([]);
});

test('the largest kinds have a colour of their own, and what is beyond them is told together', () => {
  const rows = Array.from({ length: 10 }, (_, n) => row(`k${n}`, '2026-01-01', 10 - n));
  const series = seriesOf(rows, ['2026-01-01'], ({ key }) => key!, 'Muut');
  expect(series).toHaveLength(MOST_KINDS);
  expect(series[0]).toEqual({ key: 'k0', label: 'k0', values: [10] });
  expect(series.at(-1)).toEqual({ key: 'others', label: 'Muut', values: [3 + 2 + 1] });
  expect(seriesOf([row(null, '2026-01-01', 2)], ['2026-01-01', '2026-02-01'], () => 'Ei kerrottu', 'Muut')).toEqual([
    { key: '-', label: 'Ei kerrottu', values: [2, 0] },
  ]);
});
