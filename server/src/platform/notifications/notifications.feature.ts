import type { Feature } from '../../kernel/feature.ts';
import { anyone, either, onlySystem, policy, resident, staff, anyStaff } from '../../kernel/policy.ts';
import { raw, sql, visible } from '../../kernel/read/index.ts';
import { DeliveriesResolver } from './deliveries.resolver.ts';
import { deliverWaiting } from './deliver.ts';
import { Delivery, MailDigest, Notification, NotificationChoice, PushBrowser, PushSubscription } from './notifications.entity.ts';
import { personal } from './notifications.personal.ts';
import { NotificationsResolver } from './notifications.resolver.ts';
import { retention } from './notifications.retention.ts';

visible(Notification, (column, actor) => {
  if (actor.kind === 'resident') return sql`${column('resident')} = ${actor.id}::uuid`;
  return actor.kind === 'staff' ? sql`${column('staff')} = ${actor.id}::uuid` : raw('false');
});
visible(Delivery, (_, actor) => (actor.has('ADMINISTRATOR') && actor.may('notification.log') ? undefined : raw('false')));

const whoHasAccount = either(resident, anyStaff);

/** What people are told of, by which ways, and what became of each on its way. */
export const notifications: Feature = {
  entities: [Notification, Delivery, PushBrowser, PushSubscription, NotificationChoice, MailDigest],
  resolvers: [NotificationsResolver, DeliveriesResolver],
  policy: policy({
    'notification.read': whoHasAccount,
    'notification.choose': whoHasAccount,
    'notification.digest': resident,
    'notification.push.subscribe': whoHasAccount,
    'notification.push.unsubscribe': whoHasAccount,
    'notification.push.remove': whoHasAccount,
    'notification.mail.stop': anyone,
    'notification.log': staff(),
    'notification.test': staff(),
    'notification.deliver': onlySystem,
  }),
  private: [
    'Notification.resident',
    'Notification.staff',
    'Notification.cause',
    'Notification.listed',
    'Delivery.notification',
    'Delivery.target',
    'Delivery.digest',
    'Delivery.stopHash',
    'PushBrowser.*',
    'PushSubscription.*',
    'NotificationChoice.*',
    'MailDigest.*',
  ],
  publicReads: ['pushKey'],
  personal,
  retention,
  jobs: [deliverWaiting],
};
