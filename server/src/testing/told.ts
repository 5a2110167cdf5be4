import { newId } from '@torilla/schema/kernel/id';
import { newPushKeys } from '../app/push-keys.ts';
import { pushServicesFrom } from '../app/push-services.ts';
import { webPush } from '../app/web-push.ts';
import type { Actor } from '../kernel/actor.ts';
import { sql } from '../kernel/command.ts';
import type { City } from './city.ts';

/** A browser that a test names, at a push service that is nowhere. */
export const aBrowser = { endpoint: 'https://one.push.example.com/abc', p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22), language: 'fi' };

/** Residents and a member of staff who were told of something: by mail that came and did not come, and on a phone of the first. */
export async function toldPeople(city: City, of: { residents: readonly Actor[]; staff: string; feedback: string }): Promise<void> {
  city.app.services.push = webPush({ keys: newPushKeys(), services: pushServicesFrom('*.push.example.com'), contact: 'mailto:torilla@example.fi' });
  const browser = newId();
  await sql(
    city.em(),
    `insert into push_browser (id, endpoint_hash, endpoint, p256dh, auth, language, agent, created_at)
    values ($1, encode(sha256($2::bytea), 'hex'), 'https://other.push.example.com/x', '', '', 'fi', 'Chrome, Android', now())`,
    [browser, 'x'],
  );
  await sql(city.em(), 'insert into push_subscription (id, browser_id, resident_id, created_at) values ($1, $2, $3, now())', [
    newId(),
    browser,
    of.residents[0]!.id,
  ]);
  const whom = [...of.residents.map(({ id }) => [id, null] as const), [null, of.staff] as const];
  for (const [resident, staff] of whom) {
    const notification = newId();
    await sql(
      city.em(),
      `insert into notification (id, kind, detail, subject_id, resident_id, staff_id, cause, created_at, read_at, listed)
      values ($1, 'STATE', 'READ', $2, $3, $4, $1, now(), now(), true)`,
      [notification, of.feedback, resident, staff],
    );
    for (const [channel, service, result, why] of [
      ['MAIL', null, 'WAITING', '450'],
      ['PUSH', 'one.push.example.com', 'SENT', null],
    ])
      await sql(
        city.em(),
        `insert into delivery (id, notification_id, kind, channel, target, service, digest, result, attempts, created_at, next_at, last_at, why)
        values ($1, $2, 'STATE', $3, $4, $5, false, $6, 1, now(), case when $6 = 'WAITING' then now() + interval '1 hour' end, now(), $7)`,
        [newId(), notification, channel, browser, service, result, why],
      );
  }
}
