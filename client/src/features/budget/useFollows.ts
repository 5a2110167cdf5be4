import { computed, shallowRef, watch, type MaybeRefOrGetter, toValue } from 'vue';
import { FollowProjectDocument, MyBudgetFollowsDocument, SupportIdeaDocument, type FollowsShownFragment } from '../../gql/budget/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';
import { presence } from '../../platform/residents/presence.ts';

/** What the resident who is signed in here supports and follows in a round, and the verbs. Nobody is asked for who is not signed in. */
export function useFollows(roundId: MaybeRefOrGetter<string>) {
  const signedIn = computed(() => presence.value !== null);
  const { data } = useRead(MyBudgetFollowsDocument, () => ({ roundId: toValue(roundId) }), { audience: 'resident', enabled: signedIn });
  const follows = shallowRef<FollowsShownFragment | null>(null);
  watch(data, (now) => (follows.value = now?.myBudgetFollows ?? null), { immediate: true });
  const supporting = useWrite(SupportIdeaDocument, { audience: 'resident' });
  const following = useWrite(FollowProjectDocument, { audience: 'resident' });
  async function support(ideaId: string, on: boolean): Promise<boolean> {
    const now = (await supporting.run({ input: { ideaId, on } }))?.supportIdea;
    if (now) follows.value = now;
    return now !== undefined;
  }
  async function follow(projectId: string, on: boolean): Promise<boolean> {
    const now = (await following.run({ input: { projectId, on } }))?.followProject;
    if (now) follows.value = now;
    return now !== undefined;
  }
  return {
    signedIn,
    supports: (ideaId: string): boolean => follows.value?.ideas.includes(ideaId) ?? false,
    /** Whether a comment is one's own. */
    wrote: (commentId: string): boolean => follows.value?.comments.includes(commentId) ?? false,
    isFollowed: (projectId: string): boolean => follows.value?.projects.includes(projectId) ?? false,
    /** How many more support an idea than were told of when its list was read, by one's own verb since. */
    since: (ideaId: string): number =>
      Number(follows.value?.ideas.includes(ideaId) ?? false) - Number(data.value?.myBudgetFollows.ideas.includes(ideaId) ?? false),
    support,
    follow,
    problem: computed(() => supporting.problem.value ?? following.problem.value),
  };
}
export type Follows = ReturnType<typeof useFollows>;
