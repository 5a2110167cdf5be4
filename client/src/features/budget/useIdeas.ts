import { computed, onScopeDispose, ref, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { AlikeIdeasDocument, BudgetIdeasDocument, IdeaChoicesDocument, type IdeaShownFragment } from '../../gql/budget/graphql.ts';
import { usePages } from '../../kernel/usePages.ts';
import { useRead } from '../../kernel/useRead.ts';

export type Idea = IdeaShownFragment;

/** The ideas of a round that everybody may read, the newest first, page by page. */
export const useIdeas = (roundId: MaybeRefOrGetter<string>, categoryId: MaybeRefOrGetter<string | null>) =>
  usePages(
    BudgetIdeasDocument,
    () => ({ roundId: toValue(roundId), categoryId: toValue(categoryId) }),
    (answer) => answer.budgetIdeas,
    { audience: 'public' },
  );

/** The round to which somebody proposes, and what they may choose from. */
export function useIdeaChoices(roundId: MaybeRefOrGetter<string>) {
  const { data, ...read } = useRead(IdeaChoicesDocument, () => ({ roundId: toValue(roundId) }));
  const round = computed(() => data.value?.budgetRound ?? null);
  return { round, missing: computed(() => data.value !== undefined && !round.value), districts: computed(() => data.value?.districts ?? []), ...read };
}

/** Nobody is asked about at each letter, in milliseconds. */
const PAUSE = 500;
/** Fewer letters look like everything. */
const LEAST = 4;

/** What others have proposed that looks like a title, a moment after it was typed. What is typed stays out of addresses. */
export function useAlikeIdeas(roundId: MaybeRefOrGetter<string>, title: () => string) {
  const asked = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(title, (now) => {
    clearTimeout(timer);
    timer = setTimeout(() => (asked.value = now.trim()), PAUSE);
  });
  onScopeDispose(() => clearTimeout(timer));
  const { data } = useRead(AlikeIdeasDocument, () => ({ roundId: toValue(roundId), title: asked.value }), {
    inBody: true,
    enabled: () => asked.value.length >= LEAST,
  });
  return computed<readonly Idea[]>(() => data.value?.alikeIdeas ?? []);
}
