import { computed, type Ref } from 'vue';
import { ServiceTrendsDocument, type DeedShownFragment, type PeriodShownFragment, type ServiceTrendsQuery } from '../../gql/touchpoints/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';

/** By what a trend is drawn. */
export type TrendBy = 'WEEK' | 'MONTH';
/** How it went in one period. */
export type Period = PeriodShownFragment;
export type Deed = DeedShownFragment;
export type UnitTrend = ServiceTrendsQuery['serviceTrends'][number] & { deeds: Deed[] };

/** How it went at the service points of each unit, and what was done about it, the newest first. */
export function useTrends(by: Ref<TrendBy>) {
  const { data, ...read } = useRead(ServiceTrendsDocument, () => ({ by: by.value }));
  const units = computed<UnitTrend[] | undefined>(() =>
    data.value?.serviceTrends.map((unit) => ({ ...unit, deeds: data.value!.serviceDeeds.filter((deed) => deed.unit.key === unit.unit) })),
  );
  return { units, ...read };
}
