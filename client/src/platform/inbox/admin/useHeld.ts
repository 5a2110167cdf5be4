import { computed } from 'vue';
import {
  AdminCompletenessDocument,
  AdminDismissHeldDocument,
  AdminHeldCountDocument,
  AdminHeldDocument,
  AdminOpenHeldDocument,
  AdminRetryHeldDocument,
  type AdminCompletenessQuery,
  type HeldItemFragment,
} from '../../../gql/inbox/admin/graphql.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

/** A capture that waits for a person. */
export type Held = HeldItemFragment;
/** What of a tablet's captures at an event has arrived. */
export type TabletAtEvent = AdminCompletenessQuery['completeness'][number];

const EVERY_MS = 15_000;
const changed = { refetch: ['AdminHeld', 'AdminHeldCount'] };

/** What waits for a person, the oldest first. */
export const useHeldPages = () => usePages(AdminHeldDocument, { first: 30 }, (answer) => answer.inboxItems);

/** How many wait, asked again while in sight. */
export function useHeldCount() {
  const { data, ...read } = useRead(AdminHeldCountDocument, {}, { audience: 'staff', pollMs: EVERY_MS });
  return { count: computed(() => data.value?.inboxItems.totalCount), ...read };
}

/** Opens a held item: an act of its own, written in the log. */
export const useOpenHeld = () => useWrite(AdminOpenHeldDocument);
export const useRetryHeld = () => useWrite(AdminRetryHeldDocument, changed);
export const useDismissHeld = () => useWrite(AdminDismissHeldDocument, changed);

/** For each tablet at an event, whether all that it captured has arrived; asked again while in sight. */
export function useCompleteness(eventId: () => string) {
  const { data, ...read } = useRead(AdminCompletenessDocument, () => ({ eventId: eventId() }), { audience: 'staff', pollMs: EVERY_MS });
  return { tablets: computed(() => data.value?.completeness), ...read };
}
