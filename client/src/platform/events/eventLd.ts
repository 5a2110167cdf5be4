import type { EventByIdQuery } from '../../gql/events/event/graphql.ts';
import type { AnyLocalized } from '../../kernel/useLocale.ts';

type Event = NonNullable<EventByIdQuery['event']>;
type Pick = (text: AnyLocalized | null | undefined) => string;

const SCHEMA = 'https://schema.org/';

/** An event as search engines and other calendars read it (schema.org/Event), in the reader's language. */
export function eventLd(event: Event, pick: Pick, city: string): string {
  const { capacity, seatsTaken, cancelledAt, movedFromStartsAt } = event;
  const status = cancelledAt ? 'EventCancelled' : movedFromStartsAt ? 'EventRescheduled' : 'EventScheduled';
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': `/tapahtumat/${event.id}`,
    url: `/tapahtumat/${event.id}`,
    name: pick(event.title),
    ...(event.description && { description: pick(event.description) }),
    startDate: event.startsAt,
    endDate: event.endsAt,
    eventStatus: SCHEMA + status,
    ...(movedFromStartsAt && { previousStartDate: movedFromStartsAt }),
    eventAttendanceMode: `${SCHEMA}OfflineEventAttendanceMode`,
    location: { '@type': 'Place', name: pick(event.place.name), address: { '@type': 'PostalAddress', addressLocality: city, addressCountry: 'FI' } },
    isAccessibleForFree: true,
    ...(capacity != null && { maximumAttendeeCapacity: capacity, remainingAttendeeCapacity: Math.max(0, capacity - seatsTaken) }),
  };
  // a title may hold whatever ends a script: it stands as a number of its character
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
