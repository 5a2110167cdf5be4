import type { IdeaState } from '@torilla/schema/budget/idea';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import {
  AdminBudgetRoundDocument,
  AdminBudgetRoundsDocument,
  AdminCountRoundDocument,
  AdminDiscardBudgetRoundDocument,
  AdminIdeasDocument,
  AdminJudgeIdeaDocument,
  AdminMoveBudgetRoundDocument,
  AdminRoundChoicesDocument,
  AdminSaveBudgetRoundDocument,
  type RoundPlanFragment,
} from '../../../gql/budget/admin/graphql.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

export type RoundPlan = RoundPlanFragment;

const audience = 'staff';

/** The rounds, drafts among them, page by page. */
export const useAdminRounds = () => usePages(AdminBudgetRoundsDocument, {}, (answer) => answer.budgetRounds);

/** One of them, to be changed; none for a new one. */
export function useAdminRound(id: () => string | undefined) {
  const { data, ...read } = useRead(AdminBudgetRoundDocument, () => ({ id: id() ?? '' }), { audience, enabled: () => Boolean(id()) });
  const round = computed<RoundPlan | null>(() => data.value?.budgetRound ?? null);
  return { round, missing: computed(() => data.value !== undefined && !round.value), ...read };
}

/** The units, districts and measures that a round may name. */
export function useRoundChoices() {
  const { data } = useRead(AdminRoundChoicesDocument, {}, { audience });
  return {
    units: computed(() => data.value?.units ?? []),
    districts: computed(() => data.value?.districts ?? []),
    measures: computed(() => data.value?.plan?.measures ?? []),
  };
}

const refetch = ['AdminBudgetRounds'];
export const useSaveRound = () => useWrite(AdminSaveBudgetRoundDocument, { refetch });
export const useMoveRound = () => useWrite(AdminMoveBudgetRoundDocument, { refetch });
export const useCountRound = () => useWrite(AdminCountRoundDocument, { refetch: ['BudgetCounts'] });
export const useDiscardRound = () => useWrite(AdminDiscardBudgetRoundDocument, { refetch });

/** The ideas of a round, those that wait and those that are hidden among them, page by page. */
export const useAdminIdeas = (roundId: MaybeRefOrGetter<string>, state: MaybeRefOrGetter<IdeaState>, undecided: MaybeRefOrGetter<boolean>) =>
  usePages(
    AdminIdeasDocument,
    () => ({ roundId: toValue(roundId), state: toValue(state), undecided: toValue(undecided) }),
    (answer) => answer.budgetIdeas,
  );
export const useJudgeIdea = () => useWrite(AdminJudgeIdeaDocument, { refetch: ['AdminIdeas'] });
