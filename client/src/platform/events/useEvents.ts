import type { EventKind } from '@torilla/schema/events/events';
import { computed, watch, type Ref } from 'vue';
import { EventByIdDocument, EventListDocument, type EventListQueryVariables } from '../../gql/events/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { byDay, notEnded } from './eventRow.ts';
import { upcomingOf, yearBefore } from './period.ts';

/** Which side of now. */
export type When = 'upcoming' | 'past';

/** The calendar by day: what is coming, the next first, or what has been, the latest first. */
export function useEvents(when: Ref<When>, kind: Ref<EventKind | null>) {
  const now = new Date();
  // kinds are picked from what there is: a hundred events are little, and every choice works without a network
  const asked = computed((): EventListQueryVariables => (when.value === 'upcoming' ? upcomingOf(now) : { filter: { from: yearBefore(now) }, first: 100 }));
  const { data, more, ...read } = useRead(EventListDocument, asked);
  // the past is told from its latest day on, which is the last page
  watch(data, (got) => {
    if (got?.events.pageInfo.hasNextPage) void more({ after: got.events.pageInfo.endCursor });
  });
  const days = computed(() => {
    if (!data.value) return undefined;
    const all = data.value.events.nodes.filter((e) => !kind.value || e.kind === kind.value);
    const coming = new Set(notEnded(all, now));
    if (when.value === 'upcoming') return byDay([...coming]);
    return byDay(all.filter((e) => !coming.has(e)).reverse());
  });
  return { days, ...read };
}

/** One event. */
export function useEvent(id: () => string) {
  const { data, ...read } = useRead(EventByIdDocument, () => ({ id: id() }));
  const event = computed(() => data.value?.event ?? null);
  return { event, missing: computed(() => data.value !== undefined && !event.value), ...read };
}
