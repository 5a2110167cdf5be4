import { computed } from 'vue';
import {
  AdminAnswerBarrierDocument,
  AdminBarrierCountDocument,
  AdminBarriersDocument,
  AdminSetSupervisorDocument,
  AdminSupervisorDocument,
  type BarrierRowFragment,
} from '../../../gql/accessibility/admin/graphql.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

/** What somebody told of a barrier. */
export type Barrier = BarrierRowFragment;

const EVERY_MS = 60_000;
const changed = { refetch: ['AdminBarriers', 'AdminBarrierCount'] };

/** What waits, what is due soonest first; or what was answered. */
export const useBarriers = (answered: () => boolean) =>
  usePages(
    AdminBarriersDocument,
    () => ({ answered: answered(), first: 20 }),
    (answer) => answer.barriers,
  );

/** How many wait, asked again while in sight. */
export function useBarrierCount() {
  const { data } = useRead(AdminBarrierCountDocument, {}, { audience: 'staff', pollMs: EVERY_MS });
  return { count: computed(() => data.value?.barriers.totalCount ?? 0) };
}

export const useAnswer = () => useWrite(AdminAnswerBarrierDocument, changed);

/** Who supervises the city, and the way to say so. */
export function useSupervisor() {
  const { data, ...read } = useRead(AdminSupervisorDocument, {}, { audience: 'staff' });
  return { ...read, supervisor: computed(() => data.value?.supervisor ?? null) };
}
export const useSetSupervisor = () => useWrite(AdminSetSupervisorDocument, { refetch: ['AdminSupervisor'] });
