import type { StatisticsDimension, StatisticsStep } from '@torilla/schema/feedback/statistics';
import { computed } from 'vue';
import { FeedbackStatisticsDocument, type FeedbackStatisticsQuery } from '../../../../gql/feedback/admin/statistics/graphql.ts';
import { useRead } from '../../../../kernel/useRead.ts';
import { inputOf, type FeedbackFilter } from '../filter.ts';

/** One row of statistics. */
export type StatisticsRow = FeedbackStatisticsQuery['feedbackStatistics'][number];

/** Feedback counted by one thing and over steps of time, of what fits the filter; and the question itself, to be opened elsewhere. */
export function useStatistics(filter: () => FeedbackFilter, by: () => StatisticsDimension, over: () => StatisticsStep | null = () => null) {
  const variables = computed(() => ({ by: by(), over: over(), filter: inputOf(filter()) }));
  const { data, ...read } = useRead(FeedbackStatisticsDocument, () => variables.value, { audience: 'staff' });
  return { ...read, rows: computed(() => data.value?.feedbackStatistics), variables, query: FeedbackStatisticsDocument };
}
