import type { Holder } from '../../kernel/holder.ts';
import { assertMay } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { Event } from './events.entity.ts';

/** The files of an event: its programme, a map, what was shown there. Everybody reads them at once. */
export const eventFiles: Holder = {
  of: 'EVENT',
  table: 'event_files',
  column: 'event_id',
  assertMayChange: async ({ em, actor }, eventId) => {
    assertMay(actor, 'event.schedule');
    if (!(await em.count(Event, { id: eventId }))) throw new Problem('not-found');
  },
  isPublic: () => Promise.resolve(true),
};
