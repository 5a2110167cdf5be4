import { computed, onScopeDispose, ref } from 'vue';
import {
  AdminAlikeFeedbackDocument,
  AdminAnswerMatterDocument,
  AdminMatterDocument,
  AdminMattersDocument,
  AdminNameMatterDocument,
  AdminNewestMatterAnswerDocument,
  type MatterListedFragment,
} from '../../../gql/feedback/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

/** What several residents said alike. */
export type Matter = MatterListedFragment;

/** The matters to which a piece of feedback may be joined, the newest first. */
export function useMatters() {
  const { data, ...read } = useRead(AdminMattersDocument, {}, { audience: 'staff' });
  return { matters: computed(() => data.value?.matters.nodes), ...read };
}

/** The matter that the list is narrowed to. */
export function useMatter(id: () => string | undefined) {
  const { data } = useRead(AdminMatterDocument, () => ({ id: id() ?? '' }), { audience: 'staff', enabled: () => Boolean(id()) });
  return computed(() => data.value?.matter ?? null);
}

/** What stands open for so long is looked at; moving along the list by keyboard asks for nothing. */
const LOOKED_MS = 300;

/** What others said most alike to a piece of feedback, the most alike first, of what is not hidden; nothing until it is known. */
export function useAlike(feedbackId: () => string) {
  const looked = ref(false);
  const timer = setTimeout(() => {
    looked.value = true;
  }, LOOKED_MS);
  onScopeDispose(() => clearTimeout(timer));
  const { data } = useRead(AdminAlikeFeedbackDocument, () => ({ feedbackId: feedbackId() }), { audience: 'staff', enabled: looked });
  // what was hidden a moment ago is still in the cache
  return computed(() => (data.value?.alikeFeedback ?? []).filter(({ hiddenAt }) => !hiddenAt));
}

/** Begins a matter, or names it anew. */
export const useNameMatter = () => useWrite(AdminNameMatterDocument);

/** What was last answered to anybody who said the same; undefined until it is known, null where nothing was. */
export function useNewestAnswer(matterId: () => string) {
  const { data, ...read } = useRead(AdminNewestMatterAnswerDocument, () => ({ matterId: matterId() }), { audience: 'staff' });
  return { newest: computed(() => data.value?.newestMatterAnswer), ...read };
}

/** Answers everybody who said the same. */
export const useAnswerMatter = () =>
  useWrite(AdminAnswerMatterDocument, {
    refetch: ['AdminFeedbackPage', 'AdminFeedback', 'AdminFeedbackQueues', 'AdminFeedbackCount', 'AdminNewestMatterAnswer'],
  });
