import type { StatisticsDimension, StatisticsStep } from '@torilla/schema/feedback/statistics';
import { computed } from 'vue';
import { toFinnishDate } from '../../../../kernel/date.ts';
import { useLocale } from '../../../../kernel/useLocale.ts';
import { monthName } from '../../statistics/months.ts';
import type { FeedbackFilter } from '../filter.ts';
import { periodsOf } from './overTime.ts';
import { useStatistics } from './useStatistics.ts';

/** Feedback counted over time: every week or month between the first and the last, and what each is called: a month by its name and year, a week by the day on which it begins. */
export function useOverTime({ filter, step, by }: { filter: () => FeedbackFilter; step: () => StatisticsStep; by: StatisticsDimension }) {
  const { locale } = useLocale();
  const { rows, problem, again, query, variables } = useStatistics(filter, () => by, step);
  const periods = computed(() => periodsOf(rows.value ?? [], step()));
  return {
    rows,
    periods,
    query,
    variables,
    problem,
    again,
    none: computed(() => rows.value?.length === 0),
    /** The rows by their periods, where there is one for each. */
    at: computed(() => new Map(rows.value?.map((row) => [row.period, row]))),
    nameOf: (period: string) => (step() === 'MONTH' ? monthName(period, locale.value, true) : toFinnishDate(period).replace(/\d{4}$/, '')),
  };
}
