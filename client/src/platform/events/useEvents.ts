import type { EventKind } from '@torilla/schema/events/events';
import { computed, type Ref } from 'vue';
import { EventByIdDocument, EventListDocument } from '../../gql/events/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { byDay, notEnded } from './eventRow.ts';
import { monthStart, yearBefore } from './period.ts';

/** Which side of now. */
export type When = 'upcoming' | 'past';

/** The calendar by day: what is coming, the next first, or what has been, the latest first. */
export function useEvents(when: Ref<When>, kind: Ref<EventKind | null>) {
  const now = new Date();
  const asked = computed(() => ({
    filter: { from: when.value === 'upcoming' ? monthStart(now) : yearBefore(now), kind: kind.value },
    first: 100,
  }));
  const { data, ...read } = useRead(EventListDocument, asked);
  const days = computed(() => {
    if (!data.value) return undefined;
    const coming = new Set(notEnded(data.value.events.nodes, now));
    if (when.value === 'upcoming') return byDay([...coming]);
    return byDay(data.value.events.nodes.filter((e) => !coming.has(e)).reverse());
  });
  return { days, ...read };
}

/** One event. */
export function useEvent(id: () => string) {
  const { data, ...read } = useRead(EventByIdDocument, () => ({ id: id() }));
  const event = computed(() => data.value?.event ?? null);
  return { event, missing: computed(() => data.value !== undefined && !event.value), ...read };
}
