import { REGISTRATION_DAYS } from '@torilla/schema/events/limits';
import { deleteFrom, type RetentionRule } from '../../kernel/retention.ts';
import { forgetSubjects } from '../notifications/tell.ts';

export const retention: RetentionRule[] = [
  {
    // so long somebody may ask what became of them; how many came stays with the event
    key: 'registration',
    of: ['Registration'],
    ground: 'PUBLIC_TASK',
    days: REGISTRATION_DAYS,
    records: `select r.id, r.registered_at as since, e.ends_at + interval '${REGISTRATION_DAYS} days' as until from registration r join event e on e.id = r.event_id`,
    purge: async (ctx, ids) => {
      await deleteFrom('registration')(ctx, ids);
      await forgetSubjects(ctx, ids);
    },
    named: true,
  },
];
