import { computed, type MaybeRefOrGetter } from 'vue';
import {
  AdminEraseFeedbackDocument,
  AdminFeedbackChoicesDocument,
  AdminFeedbackCountDocument,
  AdminFeedbackDocument,
  AdminFeedbackPageDocument,
  AdminOpenContactDocument,
  type AdminFeedbackQuery,
  type AdminOpenContactMutation,
  type FeedbackListedFragment,
} from '../../../gql/feedback/admin/graphql.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';
import { inputOf, type FeedbackFilter } from './filter.ts';

/** A piece of feedback as the list has it, and whole. */
export type FeedbackRow = FeedbackListedFragment;
export type FeedbackWhole = NonNullable<AdminFeedbackQuery['feedback']>;
export type OpenedContact = NonNullable<AdminOpenContactMutation['openContact']>;

const PAGE = 30;
const EVERY_MS = 30_000;

/** The feedback that a filter lets through, the newest first, page by page. */
export const useFeedbackPages = (filter: () => FeedbackFilter, first = PAGE) =>
  usePages(
    AdminFeedbackPageDocument,
    () => ({ filter: inputOf(filter()), first }),
    (answer) => answer.feedbackPage,
  );

/** How much feedback a filter lets through. */
export function useFeedbackCount(filter: () => FeedbackFilter) {
  const { data, ...read } = useRead(AdminFeedbackCountDocument, () => ({ filter: inputOf(filter()) }), { audience: 'staff', pollMs: EVERY_MS });
  return { count: computed(() => data.value?.feedbackPage.totalCount), ...read };
}

/** One piece of feedback, whole. */
export function useFeedbackOne(id: () => string) {
  const { data, ...read } = useRead(AdminFeedbackDocument, () => ({ id: id() }), { audience: 'staff' });
  const feedback = computed(() => data.value?.feedback ?? null);
  return { feedback, missing: computed(() => data.value !== undefined && !feedback.value), ...read };
}

/** What feedback can be narrowed by. */
export const useFeedbackChoices = (enabled: MaybeRefOrGetter<boolean>) => useRead(AdminFeedbackChoicesDocument, {}, { audience: 'staff', enabled });

/** Erases a resident's words and all that came with them. */
export const useErase = () => useWrite(AdminEraseFeedbackDocument, { refetch: ['AdminFeedbackPage', 'AdminFeedbackCount'] });

/** Opens how a resident wishes to be answered; who did and why is written down. */
export const useOpenContact = () => useWrite(AdminOpenContactDocument, { secret: true });
