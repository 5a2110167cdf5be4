import { comparePlans } from '@torilla/schema/plan/compare';
import { computed } from 'vue';
import {
  AdminAdoptPlanDocument,
  AdminDiscardDraftDocument,
  AdminDraftDocument,
  AdminDraftPlanDocument,
  AdminReviseMeasureDocument,
  AdminVersionsDocument,
  type DraftHeadFragment,
  type DraftMeasureFragment,
} from '../../../gql/plan/draft/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

export type DraftHead = DraftHeadFragment;
export type DraftMeasure = DraftMeasureFragment;

/** The versions that are being prepared, and those that were adopted. */
export function useAllVersions() {
  const { data, ...read } = useRead(AdminVersionsDocument, {}, { audience: 'staff' });
  return { ...read, drafts: computed(() => data.value?.planDrafts), adopted: computed(() => data.value?.planVersions) };
}

/** A draft with the units that may answer for something, and what it changes of the plan in force. */
export function useDraft(id: () => string) {
  const { data, ...read } = useRead(AdminDraftDocument, () => ({ id: id() }), { audience: 'staff' });
  const draft = computed(() => data.value && (data.value.planDraft ?? null));
  return {
    ...read,
    draft,
    units: computed(() => data.value?.units ?? []),
    changes: computed(() => (draft.value ? comparePlans(data.value?.plan?.measures ?? [], draft.value.measures) : [])),
  };
}

const inLists = { refetch: ['AdminVersions'] };
export const useBegin = () => useWrite(AdminDraftPlanDocument, inLists);
export const useRevise = () => useWrite(AdminReviseMeasureDocument);
export const useDiscard = () => useWrite(AdminDiscardDraftDocument);
// the plan that everybody reads is another one from then on
export const useAdopt = () => useWrite(AdminAdoptPlanDocument, { refetch: ['AdminDraft'] });
