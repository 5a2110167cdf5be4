import type { EventRowFragment } from '../../gql/events/graphql.ts';
import { dayOf } from '../../kernel/format.ts';

/** An event as lists show it. */
export type EventFacts = EventRowFragment;

/** A day and what begins on it. */
export interface DayOfEvents {
  day: string;
  events: EventFacts[];
}

/** Events by the day on which they start, in the order given. */
export function byDay(events: readonly EventFacts[]): DayOfEvents[] {
  const days = new Map<string, EventFacts[]>();
  for (const event of events) {
    const day = dayOf(new Date(event.startsAt));
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days].map(([day, list]) => ({ day, events: list }));
}

/** Those that have not ended at the moment. */
export const notEnded = (events: readonly EventFacts[], now: Date): EventFacts[] => events.filter((e) => new Date(e.endsAt) > now);
