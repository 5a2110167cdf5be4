import { permits } from '@torilla/schema/budget/phases';
import {
  BudgetProjectsDocument,
  BudgetRoundDocument,
  BudgetRoundsDocument,
  IdeaRoundsDocument,
  type BudgetProjectsQuery,
  type BudgetRoundsQuery,
} from '../../gql/budget/graphql.ts';
import type { Question } from '../../kernel/feature.ts';

/** What one proposes and votes by where there is no network: the rounds, and of those in which votes are taken, or soon will be, whole ballots. */
export const offlineQuestions: readonly Question[] = [
  { query: IdeaRoundsDocument },
  {
    query: BudgetRoundsDocument,
    next: ({ budgetRounds }: BudgetRoundsQuery) =>
      budgetRounds.nodes
        .filter(({ phase }) => phase === 'BALLOT' || permits(phase, 'vote'))
        .flatMap(({ id }) => [{ query: BudgetRoundDocument, variables: { id } }, projectsOf(id)]),
  },
];

// the same questions as those of the page that shows them
const projectsOf = (roundId: string, after?: string): Question => ({
  query: BudgetProjectsDocument,
  variables: { roundId, categoryId: null, ...(after && { after }) },
  next: ({ budgetProjects: { pageInfo } }: BudgetProjectsQuery) =>
    pageInfo.hasNextPage && pageInfo.endCursor ? [projectsOf(roundId, pageInfo.endCursor)] : [],
});
