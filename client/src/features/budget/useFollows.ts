import { computed, shallowRef, watch, type MaybeRefOrGetter, toValue } from 'vue';
import { FollowProjectDocument, MyBudgetFollowsDocument, SupportIdeaDocument, type FollowsShownFragment } from '../../gql/budget/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';
import { presence } from '../../platform/residents/presence.ts';

/** What the resident who is signed in here supports and follows in a round, to be told anew by the verbs. Nobody is asked for who is not signed in. */
export function useFollows(roundId: MaybeRefOrGetter<string>) {
  const signedIn = computed(() => presence.value !== null);
  const { data } = useRead(MyBudgetFollowsDocument, () => ({ roundId: toValue(roundId) }), { audience: 'resident', enabled: signedIn });
  const follows = shallowRef<FollowsShownFragment | null>(null);
  watch(data, (now) => (follows.value = now?.myBudgetFollows ?? null), { immediate: true });
  return {
    signedIn,
    supports: (ideaId: string): boolean => follows.value?.ideas.includes(ideaId) ?? false,
    /** Whether a comment is one's own. */
    wrote: (commentId: string): boolean => follows.value?.comments.includes(commentId) ?? false,
    isFollowed: (projectId: string): boolean => follows.value?.projects.includes(projectId) ?? false,
    /** How many more support an idea than were told of when its list was read, by one's own verb since. */
    since: (ideaId: string): number =>
      Number(follows.value?.ideas.includes(ideaId) ?? false) - Number(data.value?.myBudgetFollows.ideas.includes(ideaId) ?? false),
    /** Takes what the city answered to a verb. */
    take: (now: FollowsShownFragment) => (follows.value = now),
  };
}
export type Follows = ReturnType<typeof useFollows>;

/** Supports an idea, or follows a project, or does no longer: for one button, which runs beside the others. */
export function useFollowing(of: 'idea' | 'project', id: string, follows: Follows) {
  const supporting = useWrite(SupportIdeaDocument, { audience: 'resident' });
  const following = useWrite(FollowProjectDocument, { audience: 'resident' });
  const { busy, problem } = of === 'idea' ? supporting : following;
  /** @returns whether it was done */
  async function want(on: boolean): Promise<boolean> {
    const now =
      of === 'idea'
        ? (await supporting.run({ input: { ideaId: id, on } }))?.supportIdea
        : (await following.run({ input: { projectId: id, on } }))?.followProject;
    if (now) follows.take(now);
    return now !== undefined;
  }
  return { busy, problem, want };
}
