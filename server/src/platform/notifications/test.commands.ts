import { newId } from '@torilla/schema/kernel/id';
import type { SendTest } from '@torilla/schema/notifications/notifications';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secret.ts';
import { deliver } from './deliver.ts';

const HOUR = 60 * 60_000;

/**
 * Sends a test to oneself by mail or to a browser of one's own, and waits for how it goes: this one try, by the way that everything goes.
 * @returns the delivery
 * @throws Problem `push-unavailable`, `not-found` for a browser that is not named yet, `too-many-requests`
 */
export async function sendTest(ctx: Context, input: SendTest): Promise<string> {
  const { notificationId, deliveryId } = await noteTest(ctx, input);
  await deliver(ctx, [notificationId]);
  // a test that did not arrive is told as that, and does not come by itself when nobody looks any more
  await sql(ctx.em, `update delivery set result = 'GIVEN_UP', next_at = null where id = $1 and result = 'WAITING'`, [deliveryId]);
  return deliveryId;
}

const noteTest = command(
  'notification.test',
  (_: SendTest, { notificationId }: { notificationId: string; deliveryId: string }) => ({ type: 'Notification', id: notificationId }),
  async ({ em, actor, clock, services }, { channel, endpoint }) => {
    services.limit(`notification-test:${actor.id}`, 20, HOUR);
    if (channel === 'PUSH' && !services.push) throw new Problem('push-unavailable');
    const [browser] =
      channel === 'PUSH'
        ? await sql<{ id: string; service: string }>(
            em,
            `select b.id, substring(b.endpoint from '^https?://([^/:]+)') as service from push_browser b join push_subscription s on s.browser_id = b.id
            where b.endpoint_hash = $1 and s.staff_id = $2`,
            [hashOf(endpoint!), actor.id],
          )
        : [];
    if (channel === 'PUSH' && !browser) throw new Problem('not-found');
    const [notificationId, deliveryId, now] = [newId(), newId(), clock.now()];
    await sql(
      em,
      `insert into notification (id, kind, detail, subject_id, staff_id, cause, created_at, listed) values ($1, 'TEST', '', $2, $2, $1, $3, false)`,
      [notificationId, actor.id, now],
    );
    await sql(
      em,
      `insert into delivery (id, notification_id, kind, channel, target, service, digest, result, created_at, next_at) values ($1, $2, 'TEST', $3, $4, $5, false, 'WAITING', $6, $6)`,
      [deliveryId, notificationId, channel, browser?.id ?? notificationId, browser?.service ?? null, now],
    );
    return { notificationId, deliveryId };
  },
);
