import type { EventByIdQuery } from '../../gql/events/event/graphql.ts';

type Terms = Pick<NonNullable<EventByIdQuery['event']>, 'registrationOpensAt' | 'registrationClosesAt' | 'capacity' | 'seatsTaken'>;

/** Where the registration for an event is; null where nobody needs to. */
export interface Registering {
  state: 'BEFORE' | 'OPEN' | 'FULL' | 'CLOSED';
  opens: string;
  closes: string;
  /** How many places are left; null for any number. */
  left: number | null;
}

export function registeringOf({ registrationOpensAt: opens, registrationClosesAt: closes, capacity, seatsTaken }: Terms, now: Date): Registering | null {
  if (!opens || !closes) return null;
  const left = capacity == null ? null : Math.max(0, capacity - seatsTaken);
  const state = now < new Date(opens) ? 'BEFORE' : now >= new Date(closes) ? 'CLOSED' : left === 0 ? 'FULL' : 'OPEN';
  return { state, opens, closes, left };
}
