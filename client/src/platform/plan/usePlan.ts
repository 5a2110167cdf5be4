import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { PlanWholeDocument, type MeasureWholeFragment } from '../../gql/plan/whole/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { sectorOf } from './sector.ts';

/** A measure with its actions. */
export type Measure = MeasureWholeFragment;
export type Action = Measure['actions'][number];

/** The whole plan. */
export function usePlan() {
  const { data, ...read } = useRead(PlanWholeDocument, {});
  const plan = computed(() => data.value?.plan ?? null);
  const sectors = computed(() => (plan.value?.measures ?? []).map(sectorOf));
  return { plan, sectors, ...read };
}

/** One measure by its number in the plan, with the ones before and after it. Asks for the whole plan, which is small and kept for reading offline. */
export function useMeasure(number: MaybeRefOrGetter<number>) {
  const { plan, sectors, ...read } = usePlan();
  const index = computed(() => sectors.value.findIndex((s) => s.number === toValue(number)));
  return {
    ...read,
    measure: computed(() => plan.value?.measures[index.value] ?? null),
    sector: computed(() => sectors.value[index.value] ?? null),
    before: computed(() => sectors.value[index.value - 1] ?? null),
    after: computed(() => (index.value < 0 ? null : (sectors.value[index.value + 1] ?? null))),
    missing: computed(() => plan.value !== null && index.value < 0),
  };
}
