import { computed } from 'vue';
import {
  AdminDiscardParticipationDocument,
  AdminEndParticipationDocument,
  AdminParticipationChoicesDocument,
  AdminParticipationDocument,
  AdminParticipationsDocument,
  AdminPublishParticipationDocument,
  AdminSaveParticipationDocument,
  type ParticipationWholeFragment,
} from '../../../gql/participation/admin/graphql.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

export type Plan = ParticipationWholeFragment;

const audience = 'staff';

/** The units' plans, drafts among them, page by page. */
export const usePlans = () => usePages(AdminParticipationsDocument, {}, (answer) => answer.participations);

/** One of them; none for a new one. */
export function usePlan(id: () => string | undefined) {
  const { data, ...read } = useRead(AdminParticipationDocument, () => ({ id: id() ?? '' }), { audience, enabled: () => Boolean(id()) });
  const plan = computed<Plan | null>(() => data.value?.participation ?? null);
  return { plan, missing: computed(() => data.value !== undefined && !plan.value), ...read };
}

/** The units, measures and coming events that a plan may name. */
export function usePlanChoices() {
  const { data } = useRead(AdminParticipationChoicesDocument, { now: new Date().toISOString() }, { audience });
  return {
    units: computed(() => data.value?.units ?? []),
    measures: computed(() => data.value?.plan?.measures ?? []),
    events: computed(() => data.value?.events.nodes ?? []),
  };
}

const refetch = ['AdminParticipations'];
export const useSavePlan = () => useWrite(AdminSaveParticipationDocument, { refetch });
export const usePublishPlan = () => useWrite(AdminPublishParticipationDocument, { refetch });
export const useEndPlan = () => useWrite(AdminEndParticipationDocument, { refetch });
export const useDiscardPlan = () => useWrite(AdminDiscardParticipationDocument, { refetch });
