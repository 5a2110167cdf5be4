import { computed } from 'vue';
import { EventListDocument } from '../../gql/events/graphql.ts';
import { dayOf } from '../../kernel/format.ts';
import { useRead } from '../../kernel/useRead.ts';
import { notEnded } from './eventRow.ts';
import { upcomingOf } from './period.ts';

/** What is on today, or else next; and what follows. */
export function useUpcoming() {
  const now = new Date();
  const { data, ...read } = useRead(EventListDocument, upcomingOf(now));
  const upcoming = computed(() => data.value && notEnded(data.value.events.nodes, now));
  // nobody is sent to what is not held
  const next = computed(() => upcoming.value?.find(({ cancelledAt }) => !cancelledAt) ?? null);
  const isToday = computed(() => next.value !== null && dayOf(new Date(next.value.startsAt)) <= dayOf(now));
  return { upcoming, next, isToday, ...read };
}
