import { computed } from 'vue';
import { PlanWheelDocument } from '../../gql/plan/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { sectorOf } from './sector.ts';
import { useToday } from './useToday.ts';

/** The plan at a glance. */
export function useWheel() {
  const { data, ...read } = useRead(PlanWheelDocument, {});
  const today = useToday();
  const plan = computed(() => data.value?.plan ?? null);
  const sectors = computed(() => (plan.value?.measures ?? []).map((m) => sectorOf(m, today.value)));
  return { plan, sectors, ...read };
}
