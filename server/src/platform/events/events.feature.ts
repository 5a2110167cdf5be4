import type { Feature } from '../../kernel/feature.ts';
import { policy, staff } from '../../kernel/policy.ts';
import { Event } from './events.entity.ts';
import { EventsResolver } from './events.resolver.ts';
import { seedEvents } from './events.seed.ts';

/** The calendar: where and when the city meets its residents. */
export const events: Feature = {
  entities: [Event],
  resolvers: [EventsResolver],
  policy: policy({ 'event.schedule': staff('OFFICER') }),
  publicReads: ['events', 'event'],
  // who staffs one is the city's staff, who have a rule of their own
  impersonal: ['Event'],
  seed: seedEvents,
};
