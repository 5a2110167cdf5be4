import { MAX_COMMENT_WORDS } from '@torilla/schema/budget/limits';
import { newId } from '@torilla/schema/kernel/newId';
import { computed, ref, shallowRef } from 'vue';
import { CommentOnIdeaDocument, IdeaCommentsDocument, WithdrawCommentDocument, type CommentsShownFragment } from '../../gql/budget/graphql.ts';
import { useLocale } from '../../kernel/useLocale.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';

/** What residents say of an idea, asked for once somebody wants to read it; and a comment of one's own, kept while it is not sent. */
export function useComments(ideaId: string, wanted: () => boolean) {
  const { locale } = useLocale();
  const { data, loading, problem, again } = useRead(IdeaCommentsDocument, { id: ideaId }, { enabled: wanted });
  const writing = useWrite(CommentOnIdeaDocument, { audience: 'resident' });
  const withdrawing = useWrite(WithdrawCommentDocument, { audience: 'resident' });
  /** As answered to one's own writing: with what waits for a person. */
  const own = shallowRef<CommentsShownFragment | null>(null);
  const words = ref('');
  const tried = ref(false);
  const wrong = computed(() => (words.value.trim() ? (words.value.length > MAX_COMMENT_WORDS ? ('long' as const) : null) : ('missing' as const)));
  // sent once more after a lost answer it is the same comment
  let begun: { id: string; words: string } | null = null;

  /** @returns it, and whether everybody reads it or a person looks first; null where it was not taken */
  async function write(): Promise<{ id: string; became: 'SHOWN' | 'HELD' } | null> {
    tried.value = true;
    if (wrong.value) return null;
    const said = words.value.trim();
    if (begun?.words !== said) begun = { id: newId(), words: said };
    const { id } = begun;
    const answer = (await writing.run({ input: { id, ideaId, words: said, language: locale.value } }))?.commentOnIdea;
    if (!answer) return null;
    own.value = answer;
    words.value = '';
    tried.value = false;
    begun = null;
    return { id, became: answer.comments.find((one) => one.id === id)?.state === 'HELD' ? 'HELD' : 'SHOWN' };
  }
  async function withdraw(id: string): Promise<boolean> {
    const answer = (await withdrawing.run({ id }))?.withdrawComment;
    if (answer) own.value = answer;
    return answer !== undefined && answer !== null;
  }
  const shown = computed(() => own.value ?? data.value?.budgetIdea ?? null);
  return {
    comments: computed(() => shown.value?.comments),
    count: computed(() => shown.value?.commentCount ?? null),
    loading,
    problem,
    again,
    words,
    wrong: computed(() => (tried.value ? wrong.value : null)),
    write,
    withdraw,
    writing,
    withdrawing,
  };
}
