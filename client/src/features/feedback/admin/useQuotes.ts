import { computed } from 'vue';
import { AdminMarkQuoteDocument, AdminQuotesDocument, AdminReviewQuoteDocument } from '../../../gql/feedback/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

/** The words that were marked for the report of an event. */
export function useQuotes(eventId: () => string) {
  const { data, ...read } = useRead(AdminQuotesDocument, () => ({ eventId: eventId() }), { audience: 'staff' });
  return { quotes: computed(() => data.value?.feedbackQuotes.nodes), ...read };
}

/** Marks words for a report. */
export const useMarkQuote = () => useWrite(AdminMarkQuoteDocument);
/** Says whether they may stand in public. */
export const useReviewQuote = () => useWrite(AdminReviewQuoteDocument);
