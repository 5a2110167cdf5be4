import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { ParticipationDocument, ParticipationsDocument, type ParticipationListedFragment, type ParticipationQuery } from '../../gql/participation/graphql.ts';
import { usePages } from '../../kernel/usePages.ts';
import { useRead } from '../../kernel/useRead.ts';

export type ListedPlan = ParticipationListedFragment;
export type WholePlan = NonNullable<ParticipationQuery['participation']>;

/** The plans that everybody may read and that are so far, page by page. */
export const useParticipations = (state: 'PUBLISHED' | 'ENDED') =>
  usePages(ParticipationsDocument, { state }, (answer) => answer.participations, { audience: 'public' });

/** One of them, whole. */
export function useParticipation(id: MaybeRefOrGetter<string>) {
  const { data, ...read } = useRead(ParticipationDocument, () => ({ id: toValue(id) }));
  const plan = computed<WholePlan | null>(() => data.value?.participation ?? null);
  return { plan, missing: computed(() => data.value !== undefined && !plan.value), ...read };
}
