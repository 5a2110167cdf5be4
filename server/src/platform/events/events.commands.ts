import type { ScheduleEvent } from '@torilla/schema/events/events';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { Measure } from '../plan/plan.entity.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { Event } from './events.entity.ts';
import { fillPlaces } from './guests.ts';
import { lockEvents, movedAlong } from './series.ts';

const MINUTE = 60_000;

/**
 * Puts an event into the calendar, or changes it, and those that follow it where that is asked for. Safe to send twice: the id was minted where it was
 * written. More room goes to those who wait. Once people have registered another time or place is not a correction any more: the event is moved, and
 * they are told.
 * @throws Problem `event-full` for less room than there are people with a place; `event-has-guests` where people registered and it would be elsewhere,
 * or nobody could register any more; `event-cancelled` for another time or place of what is not held
 */
export const scheduleEvent = command(
  'event.schedule',
  (input: ScheduleEvent) => ({ type: 'Event', id: input.id }),
  async (ctx, input) => {
    if (!(await ctx.em.count(Event, { id: input.id }))) return makeEvent(ctx, input).id;
    const [event, ...others] = await lockEvents(ctx, input.id, input.following);
    const to = { startsAt: new Date(input.startsAt), endsAt: new Date(input.endsAt) };
    const along = await movedAlong(ctx, event, to, others);
    await change(ctx, event, input);
    for (const other of others) {
      const { startsAt, endsAt } = along.get(other.id)!;
      const registration = input.registration && termsAt(input.registration, to.startsAt, startsAt);
      await change(ctx, other, { ...input, id: other.id, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), registration });
    }
    return event.id;
  },
);

/** A new event of the calendar. */
export function makeEvent({ em }: Pick<Context, 'em'>, input: ScheduleEvent): Event {
  const event = em.create(Event, factsOf(input));
  link(em, event, input);
  return event;
}

async function change(ctx: Context, event: Event, input: ScheduleEvent): Promise<void> {
  const { guests } = event;
  const isElsewhere = !isAt(event, input);
  if (guests > 0 && (isElsewhere || input.registration === null)) throw new Problem('event-has-guests', { guests });
  if (event.cancelledAt && isElsewhere) throw new Problem('event-cancelled');
  if (isElsewhere) event.sequence++;
  ctx.em.assign(event, factsOf(input));
  link(ctx.em, event, input);
  await fillPlaces(ctx, event);
  await ctx.em.flush();
}

/** Whether an event is at that time and place. */
export const isAt = (event: Event, { startsAt, endsAt, place }: Pick<ScheduleEvent, 'startsAt' | 'endsAt' | 'place'>): boolean =>
  event.startsAt.getTime() === Date.parse(startsAt) && event.endsAt.getTime() === Date.parse(endsAt) && event.place.unwrap().key === place;

function factsOf({ id, kind, title, description, accessibility, place, startsAt, endsAt, registration }: ScheduleEvent) {
  const facts = { id, kind, title, description, accessibility, place, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  if (registration === undefined) return facts;
  const { opensAt, closesAt, capacity } = registration ?? { opensAt: null, closesAt: null, capacity: null };
  return {
    ...facts,
    registrationOpensAt: opensAt === null ? null : new Date(opensAt),
    registrationClosesAt: closesAt === null ? null : new Date(closesAt),
    capacity: capacity ?? null,
  };
}

function link(em: Context['em'], event: Event, { measureIds, staffIds }: ScheduleEvent): void {
  event.measures.set(measureIds.map((id) => em.getReference(Measure, id)));
  event.staffing.set(staffIds.map((id) => em.getReference(StaffMember, id)));
}

/** The terms of one event for another of its series: it opens at the same moment, and closes as long before the event. */
export function termsAt<Terms extends { opensAt: string; closesAt: string }>(terms: Terms, from: Date, to: Date): Terms {
  const closes = Math.max(Date.parse(terms.closesAt) + to.getTime() - from.getTime(), Date.parse(terms.opensAt) + MINUTE);
  return { ...terms, closesAt: new Date(closes).toISOString() };
}
