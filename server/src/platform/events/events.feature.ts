import * as kinds from '@torilla/schema/events/capture';
import { capture, type Feature } from '../../kernel/feature.ts';
import { device, policy, resident, staff } from '../../kernel/policy.ts';
import { raw, sql, visible } from '../../kernel/read/index.ts';
import { ownedBy } from '../views/views.ts';
import { demoEvents } from './events.demo.ts';
import { Event, EventSeries } from './events.entity.ts';
import { eventFiles } from './events.files.ts';
import { eventFigures, figures } from './events.figures.ts';
import { finds } from './events.finds.ts';
import { personal } from './events.personal.ts';
import { EventsResolver } from './events.resolver.ts';
import { retention } from './events.retention.ts';
import { seedEvents } from './events.seed.ts';
import { whoComes } from './guests.ts';
import { tellsOfRegistrations } from './notices.ts';
import { Registration } from './registration.entity.ts';
import { arrive } from './registration.commands.ts';
import { RegistrationResolver } from './registration.resolver.ts';
import { SeriesResolver } from './series.resolver.ts';

// Who comes is seen by those who receive them: officers, and who staffs the event.
visible(Registration, (column, actor) => {
  if (!actor.may('event.guests.open')) return raw('false');
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER')) return undefined;
  const staffs = sql`exists (select from event_staffing s where s.event_id = ${column('event')} and s.staff_member_id = ${actor.id}::uuid)`;
  return sql`cardinality(${actor.unitsOf('OFFICER')}) > 0 or ${staffs}`;
});

ownedBy((id, owner) => sql`exists (select from registration r where r.id = ${id} and r.resident_id = ${owner}::uuid)`);

const receives = staff('OFFICER', 'WORKER');

/** The calendar: where and when the city meets its residents, and who comes. */
export const events: Feature = {
  entities: [EventSeries, Event, Registration],
  resolvers: [EventsResolver, SeriesResolver, RegistrationResolver],
  policy: policy({
    'event.schedule': staff('OFFICER'),
    'event.series.schedule': staff('OFFICER'),
    'event.move': staff('OFFICER'),
    'event.cancel': staff('OFFICER'),
    'event.register': whoComes,
    'event.register.cancel': whoComes,
    'event.register.read.own': resident,
    'event.guests.open': receives,
    'event.checkin': receives,
    'event.checkin.undo': receives,
    'event.arrive': device,
  }),
  captures: [capture(kinds.arrive, arrive)],
  serves: figures,
  eventFigures,
  filed: [eventFiles],
  finds,
  constraints: { registration_once: 'already-registered', event_within_capacity: 'event-full' },
  private: ['Event.sequence', 'Event.foundBy', 'Registration.code', 'Registration.resident'],
  publicReads: ['events', 'event'],
  personal,
  retention,
  // who staffs one is the city's staff, who have a rule of their own
  impersonal: ['Event', 'EventSeries'],
  tells: { EVENT: tellsOfRegistrations },
  seed: seedEvents,
  demo: demoEvents,
};
