import { deleteFrom, type RetentionRule } from '../../kernel/retention.ts';

/** So long somebody may ask whether they were told, and a link in a mail ends such mail. */
export const TOLD_DAYS = 365;

export const retention: RetentionRule[] = [
  {
    key: 'notification',
    of: ['Notification', 'Delivery'],
    ground: 'PUBLIC_TASK',
    days: TOLD_DAYS,
    records: `select id, created_at as since, created_at + interval '${TOLD_DAYS} days' as until from notification`,
    purge: deleteFrom('notification'),
  },
  {
    // what somebody chose stands until they choose otherwise, or are no more
    key: 'notification-wish',
    of: ['NotificationChoice', 'MailDigest'],
    ground: 'CONSENT',
    days: null,
    records: `select id, null::timestamptz as since, null::timestamptz as until from notification_choice union all select id, null, null from mail_digest`,
  },
  {
    // until they take it back; at once when its push service knows it no more
    key: 'push-browser',
    of: ['PushBrowser', 'PushSubscription'],
    ground: 'CONSENT',
    days: null,
    records: `select b.id, b.created_at as since, case when not exists (select from push_subscription s where s.browser_id = b.id) then b.created_at end as until from push_browser b`,
    purge: deleteFrom('push_browser'),
  },
];
