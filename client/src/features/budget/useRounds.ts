import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { BudgetRoundDocument, BudgetRoundsDocument, type RoundListedFragment, type RoundWholeFragment } from '../../gql/budget/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';

export type ListedRound = RoundListedFragment;
export type WholeRound = RoundWholeFragment;

/** The rounds that residents may read, the newest first. */
export function useRounds() {
  const { data, ...read } = useRead(BudgetRoundsDocument, {});
  return { rounds: computed(() => data.value?.budgetRounds.nodes), ...read };
}

/** One of them, whole; nothing is asked where no round is named. */
export function useRound(id: MaybeRefOrGetter<string>) {
  const { data, ...read } = useRead(BudgetRoundDocument, () => ({ id: toValue(id) }), { enabled: () => toValue(id) !== '' });
  const round = computed<WholeRound | null>(() => data.value?.budgetRound ?? null);
  return { round, missing: computed(() => data.value !== undefined && !round.value), ...read };
}
