import type { EventKind } from '@torilla/schema/events/events';
import { computed, watch, type Ref } from 'vue';
import { EventListDocument, type EventListQueryVariables } from '../../gql/events/graphql.ts';
import { instantOf } from '../../kernel/cityTime.ts';
import { useRead } from '../../kernel/useRead.ts';
import { byDay, notEnded, type EventFacts } from './eventRow.ts';
import { monthAfter } from './month.ts';
import { upcomingOf, yearBefore } from './period.ts';

/** Which side of now. */
export type When = 'upcoming' | 'past';

/** What the list is narrowed by; null for all. */
export interface Narrowed {
  kind: EventKind | null;
  /** Its number in the plan. */
  measure: number | null;
}

// picked from what there is: a hundred events are little, and every choice works without a network
const pickFrom = (events: readonly EventFacts[], { kind, measure }: Narrowed): EventFacts[] =>
  events.filter((event) => (!kind || event.kind === kind) && (!measure || event.measures.some(({ number }) => number === measure)));

function useEventList(asked: () => EventListQueryVariables) {
  const { data, more, ...read } = useRead(EventListDocument, asked);
  // the past is told from its latest day on, which is the last page
  watch(data, (got) => {
    if (got?.events.pageInfo.hasNextPage) void more({ after: got.events.pageInfo.endCursor });
  });
  return { events: computed(() => data.value?.events.nodes), ...read };
}

/** The calendar by day: what is coming, the next first, or what has been, the latest first. And the measures that any of it serves. */
export function useEvents(when: Ref<When>, narrowed: () => Narrowed) {
  const now = new Date();
  const { events, ...read } = useEventList(() => (when.value === 'upcoming' ? upcomingOf(now) : { filter: { from: yearBefore(now) }, first: 100 }));
  const days = computed(() => {
    if (!events.value) return undefined;
    const all = pickFrom(events.value, narrowed());
    const coming = new Set(notEnded(all, now));
    if (when.value === 'upcoming') return byDay([...coming]);
    return byDay(all.filter((e) => !coming.has(e)).reverse());
  });
  return { days, measures: computed(() => measuresOf(events.value ?? [])), ...read };
}

/** The events of a month at the city, that begin in it or go on into it. */
export function useMonth(month: () => string, narrowed: () => Narrowed) {
  const instantAt = (of: string) => instantOf(`${of}-01`, '00:00');
  const { events, ...read } = useEventList(() => ({ filter: { from: instantAt(month()), to: instantAt(monthAfter(month(), 1)) }, first: 100 }));
  return { events: computed(() => events.value && pickFrom(events.value, narrowed())), ...read };
}

function measuresOf(events: readonly EventFacts[]): EventFacts['measures'] {
  const known = new Map(events.flatMap(({ measures }) => measures.map((measure) => [measure.number, measure] as const)));
  return [...known.values()].sort((a, b) => a.number - b.number);
}
