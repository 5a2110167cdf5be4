import { permits } from '@torilla/schema/budget/phases';
import { computed, onScopeDispose, ref, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { AlikeIdeasDocument, BudgetIdeasDocument, IdeaRoundsDocument, type IdeaRoundsQuery, type IdeaShownFragment } from '../../gql/budget/graphql.ts';
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

/** The rounds for which ideas are taken now, and where an idea may be. Kept on the device from the start. */
export function useIdeaRounds() {
  const { data, ...read } = useRead(IdeaRoundsDocument, {});
  const rounds = computed(() => data.value?.budgetRounds.nodes);
  const open = computed(() => rounds.value?.filter(({ phase }) => permits(phase, 'propose')));
  return { rounds, open, districts: computed(() => data.value?.districts ?? []), ...read };
}
export type IdeaRound = IdeaRoundsQuery['budgetRounds']['nodes'][number];
export type IdeaDistrict = IdeaRoundsQuery['districts'][number];

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
