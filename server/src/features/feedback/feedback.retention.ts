import { deleteFrom, type RetentionRule } from '../../kernel/retention.ts';
import { hamina } from '../../platform/municipality/hamina.ts';
import { eraseContacts } from './erase.ts';

/** The days in which the words that belong to a photo may still come: a tablet may lie in a drawer for a while. */
const STRAY_DAYS = 30;

export const retention: RetentionRule[] = [
  {
    key: 'feedback-contact',
    of: ['FeedbackContact'],
    ground: 'CONSENT',
    days: null,
    // in the night that begins the day which the consent named, so that on that day it is gone
    records: `select c.id, f.received_at as since, c.delete_on::timestamp at time zone '${hamina.timeZone}' as until
      from feedback_contact c left join feedback f on f.contact_id = c.id`,
    purge: eraseContacts,
    named: true,
  },
  {
    key: 'photo',
    of: ['Attachment', 'FeedbackPhoto'],
    ground: 'PUBLIC_TASK',
    days: STRAY_DAYS,
    // a photo stays with its words; one that no words name, because they never came or were mended to do without, goes
    records: `select a.id, a.begun_at as since, case when not exists (select from feedback_photo p where p.id = a.id)
        and not exists (select from inbox_item h where h.capture_id = a.capture_id and h.state = 'HELD')
        then a.begun_at + interval '${STRAY_DAYS} days' end as until from attachment a`,
    purge: deleteFrom('attachment'),
    named: true,
  },
  {
    // an authority's documents: how long is said by the city's plan of information management, and an administrator erases what must go sooner
    key: 'feedback',
    of: ['Feedback', 'FeedbackAnswer', 'FeedbackStep', 'FeedbackRemark', 'FeedbackQuote'],
    ground: 'PUBLIC_TASK',
    days: null,
    records: 'select id, received_at as since, null::timestamptz as until from feedback',
  },
];
