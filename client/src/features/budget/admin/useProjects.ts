import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import {
  AdminDeclineIdeaDocument,
  AdminDropProjectDocument,
  AdminIdeasLeftDocument,
  AdminProjectDocument,
  AdminProjectsDocument,
  AdminSaveProjectDocument,
  AdminWithdrawProjectDocument,
  type ProjectPlanFragment,
} from '../../../gql/budget/admin/graphql.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

export type ProjectPlan = ProjectPlanFragment;

const audience = 'staff';

/** The projects of a round, the oldest first, page by page. */
export const useAdminProjects = (roundId: MaybeRefOrGetter<string>) =>
  usePages(
    AdminProjectsDocument,
    () => ({ roundId: toValue(roundId) }),
    (answer) => answer.budgetProjects,
  );

/** One of them, to be changed; none for a new one. */
export function useAdminProject(id: () => string | undefined) {
  const { data, ...read } = useRead(AdminProjectDocument, () => ({ id: id() ?? '' }), { audience, enabled: () => Boolean(id()) });
  const project = computed<ProjectPlan | null>(() => data.value?.budgetProject ?? null);
  return { project, missing: computed(() => data.value !== undefined && !project.value), ...read };
}

/** The ideas of a round of which nothing has become yet; undefined until they are known. */
export function useIdeasLeft(roundId: () => string | undefined) {
  const { data } = useRead(AdminIdeasLeftDocument, () => ({ roundId: roundId() ?? '' }), { audience, enabled: () => Boolean(roundId()) });
  return computed(() => data.value?.budgetIdeas.nodes);
}

const refetch = ['AdminProjects', 'AdminIdeas', 'AdminIdeasLeft'];
export const useSaveProject = () => useWrite(AdminSaveProjectDocument, { refetch });
export const useDropProject = () => useWrite(AdminDropProjectDocument, { refetch });
export const useWithdrawProject = () => useWrite(AdminWithdrawProjectDocument, { refetch });
export const useDeclineIdea = () => useWrite(AdminDeclineIdeaDocument, { refetch: ['AdminIdeas', 'AdminIdeasLeft'] });
