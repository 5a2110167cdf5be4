import type { ScheduleEvent } from '@torilla/schema/events/events';
import { command } from '../../kernel/command.ts';
import { Measure } from '../plan/plan.entity.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { Event } from './events.entity.ts';

/** Puts an event into the calendar. Safe to send twice: the id was minted where it was written. */
export const scheduleEvent = command(
  'event.schedule',
  (input: ScheduleEvent) => ({ type: 'Event', id: input.id }),
  async ({ em }, input) => {
    const { measureIds, staffIds, place, startsAt, endsAt, ...rest } = input;
    const event = (await em.findOne(Event, { id: input.id })) ?? em.create(Event, { ...rest, place, startsAt, endsAt });
    em.assign(event, { ...rest, place, startsAt, endsAt });
    event.measures.set(measureIds.map((id) => em.getReference(Measure, id)));
    event.staffing.set(staffIds.map((id) => em.getReference(StaffMember, id)));
    await em.flush();
    return event.id;
  },
);
