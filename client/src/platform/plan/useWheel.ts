import { computed } from 'vue';
import { PlanWheelDocument } from '../../gql/plan/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { sectorOf } from './sector.ts';

/** The plan at a glance. */
export function useWheel() {
  const { data, ...read } = useRead(PlanWheelDocument, {});
  const plan = computed(() => data.value?.plan ?? null);
  const sectors = computed(() => (plan.value?.measures ?? []).map(sectorOf));
  return { plan, sectors, ...read };
}
