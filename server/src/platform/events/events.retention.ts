import { REGISTRATION_DAYS } from '@torilla/schema/events/limits';
import { deleteFrom, type RetentionRule } from '../../kernel/retention.ts';

export const retention: RetentionRule[] = [
  {
    // so long somebody may ask what became of them; how many came stays with the event
    key: 'registration',
    of: ['Registration', 'EventNotice'],
    ground: 'PUBLIC_TASK',
    days: REGISTRATION_DAYS,
    records: `select r.id, r.registered_at as since, e.ends_at + interval '${REGISTRATION_DAYS} days' as until from registration r join event e on e.id = r.event_id`,
    purge: deleteFrom('registration'),
    named: true,
  },
];
