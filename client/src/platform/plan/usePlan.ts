import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { MeasureByNumberDocument, PlanWholeDocument, type MeasureWholeFragment } from '../../gql/plan/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { sectorOf } from './sector.ts';
import { useToday } from './useToday.ts';

/** A measure with its actions. */
export type Measure = MeasureWholeFragment;
export type Action = Measure['actions'][number];

/** The whole plan. */
export function usePlan() {
  const { data, ...read } = useRead(PlanWholeDocument, {});
  const today = useToday();
  const plan = computed(() => data.value?.plan ?? null);
  const sectors = computed(() => (plan.value?.measures ?? []).map((m) => sectorOf(m, today.value)));
  return { plan, sectors, today, ...read };
}

/** One measure by its number in the plan. */
export function useMeasure(number: MaybeRefOrGetter<number>) {
  const { data, ...read } = useRead(MeasureByNumberDocument, () => ({ number: toValue(number) }));
  const today = useToday();
  const measure = computed(() => data.value?.measure ?? null);
  const sector = computed(() => (measure.value ? sectorOf(measure.value, today.value) : null));
  return { measure, sector, today, missing: computed(() => data.value !== undefined && !measure.value), ...read };
}
