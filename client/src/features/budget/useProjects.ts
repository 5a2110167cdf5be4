import { toValue, type MaybeRefOrGetter } from 'vue';
import { BudgetProjectsDocument, type ProjectShownFragment } from '../../gql/budget/graphql.ts';
import type { ReadAs } from '../../kernel/apollo.ts';
import { usePages } from '../../kernel/usePages.ts';

export type Project = ProjectShownFragment;

/** The projects that are voted on in a round, page by page; nothing is asked where no round is named. */
export const useProjects = (roundId: MaybeRefOrGetter<string>, categoryId: MaybeRefOrGetter<string | null>, audience: ReadAs = 'public') =>
  usePages(
    BudgetProjectsDocument,
    () => ({ roundId: toValue(roundId), categoryId: toValue(categoryId) }),
    (answer) => answer.budgetProjects,
    { audience, enabled: () => toValue(roundId) !== '' },
  );
