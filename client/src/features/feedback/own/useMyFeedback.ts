import { computed } from 'vue';
import {
  ClaimFeedbackDocument,
  EraseMyFeedbackDocument,
  MyFeedbackDocument,
  ReleaseFeedbackDocument,
  type OwnFeedbackFragment,
} from '../../../gql/feedback/own/graphql.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useWrite } from '../../../kernel/useWrite.ts';
import { useEntries } from '../../../outbox/useEntries.ts';
import { useOutbox } from '../../../outbox/useOutbox.ts';
import { presence } from '../../../platform/residents/presence.ts';

export type OwnFeedback = OwnFeedbackFragment;

const PAGE = 20;
const refetch = ['MyFeedback'];

/** What is in the account of the resident who is signed in, the newest first, page by page. */
export const useMyFeedback = () =>
  usePages(
    MyFeedbackDocument,
    () => ({ first: PAGE }),
    (answer) => answer.myFeedback,
    { audience: 'resident' },
  );

/** Puts what a receipt is for into the account. */
export const useClaim = () => useWrite(ClaimFeedbackDocument, { audience: 'resident', refetch });
/** Takes a piece out of the account; the city keeps it. */
export const useRelease = () => useWrite(ReleaseFeedbackDocument, { audience: 'resident', refetch });
/** Erases a piece for good. */
export const useEraseMine = () => useWrite(EraseMyFeedbackDocument, { audience: 'resident', refetch });

/**
 * What was said on this device and is not in the account: what waits for it by itself, and what anybody may have said here. On a tablet of the
 * city there is none of it: what residents said there is theirs to claim with their receipts.
 */
export function useSaidHere(claimed: () => readonly OwnFeedback[]) {
  const { status } = useOutbox();
  const { lines } = useEntries(({ operation, foreign, workerId }) => operation === 'feedback.give' && !foreign && !workerId, { enough: PAGE });
  const said = computed(() => {
    const known = new Set(claimed().map(({ receipt }) => receipt));
    if (status.value.enrolment?.kind === 'TABLET') return [];
    // the newest revision of each
    return lines.value.filter(({ receipt }) => !known.has(receipt) && known.add(receipt));
  });
  const isMine = (receipt: string) => presence.value?.receipts.includes(receipt) ?? false;
  return {
    waiting: computed(() => said.value.filter(({ receipt }) => isMine(receipt))),
    others: computed(() => said.value.filter(({ receipt, state }) => !isMine(receipt) && state === 'RECEIVED')),
  };
}
