import { newId } from '@torilla/schema/kernel/id';
import { wantedByDefault, type NotificationKind } from '@torilla/schema/notifications/kinds';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { hamina } from '../municipality/hamina.ts';

/** Of what several people are told at once. */
export interface News {
  kind: NotificationKind;
  /** What of it, as a word of a list; never what a person wrote. */
  detail: string;
}

/** Somebody who is told. */
export interface Recipient {
  subjectId: string;
  residentId?: string | null;
  staffId?: string | null;
  /** Whether an address was left with what it is about: the noun's own letter goes there. */
  byMail?: boolean;
  /** The id of what it tells of, as an answer or a step: nobody is told of one twice. */
  cause: string;
}

/** The next time at which mail that goes together leaves, of `rhythm` and the moment `$n`. */
const nextDigest = (rhythm: string, moment: string): string =>
  `case ${rhythm} when 'DAILY' then (date_trunc('day', (${moment} at time zone '${hamina.timeZone}') - interval '8 hours') + interval '1 day 8 hours') at time zone '${hamina.timeZone}'
    when 'WEEKLY' then (date_trunc('week', (${moment} at time zone '${hamina.timeZone}') - interval '8 hours') + interval '7 days 8 hours') at time zone '${hamina.timeZone}'
    else ${moment} end`;

/** An account's own choice, or that of whoever holds the receipt. */
const choiceOf = (owner: string, channel: string): string =>
  `left join notification_choice c on coalesce(c.resident_id, c.staff_id, c.subject_id) = ${owner} and c.kind = n.kind and c.channel = '${channel}'`;

/**
 * Notes that people are told of something, in the transaction that it is about: what is rolled back is told nobody, and what is committed is not forgotten.
 * However many they are it is three statements. The deliveries leave by the job, or at once by `deliver`.
 * @returns the notifications that are new: whom it was told before is told no more
 */
export async function tell({ em, clock }: Context, { kind, detail }: News, recipients: readonly Recipient[]): Promise<string[]> {
  if (!recipients.length) return [];
  await em.flush();
  const now = clock.now();
  const noted = await sql<{ id: string; cause: string }>(
    em,
    `insert into notification (id, kind, detail, subject_id, resident_id, staff_id, cause, created_at, listed)
    select n.id, n.kind, $2, n.subject_id, n.resident_id, n.staff_id, n.cause, $8, coalesce(c.wanted, true)
    from (select u.*, $1::text as kind from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[]) as u (id, subject_id, resident_id, staff_id, cause)) n
    ${choiceOf('coalesce(n.resident_id, n.staff_id)', 'APP')}
    on conflict (cause) do nothing returning id, cause`,
    [
      kind,
      detail,
      recipients.map(() => newId()),
      recipients.map(({ subjectId }) => subjectId),
      recipients.map(({ residentId }) => residentId ?? null),
      recipients.map(({ staffId }) => staffId ?? null),
      recipients.map(({ cause }) => cause),
      now,
    ],
  );
  const byMail = new Set(recipients.filter((one) => one.byMail).map(({ cause }) => cause));
  await sql(
    em,
    `insert into delivery (id, notification_id, kind, channel, target, digest, result, created_at, next_at)
    select gen_random_uuid(), n.id, n.kind, 'MAIL', n.id, coalesce(d.rhythm, 'AT_ONCE') <> 'AT_ONCE', 'WAITING', $3, ${nextDigest('d.rhythm', '$3::timestamptz')}
    from unnest($1::uuid[], $2::boolean[]) as t (id, by_mail) join notification n on n.id = t.id
    left join resident r on r.id = n.resident_id left join staff_member s on s.id = n.staff_id left join mail_digest d on d.resident_id = n.resident_id
    ${choiceOf('coalesce(n.resident_id, n.staff_id, n.subject_id)', 'MAIL')}
    where (t.by_mail or r.email is not null or s.email is not null) and coalesce(c.wanted, $4)`,
    [noted.map(({ id }) => id), noted.map(({ cause }) => byMail.has(cause)), now, wantedByDefault(kind, 'MAIL')],
  );
  await sql(
    em,
    `insert into delivery (id, notification_id, kind, channel, target, service, digest, result, created_at, next_at)
    select gen_random_uuid(), p.id, p.kind, 'PUSH', p.browser_id, p.service, false, 'WAITING', $2, $2 from (
      select distinct n.id, n.kind, s.browser_id, substring(b.endpoint from '^https?://([^/:]+)') as service
      from notification n join push_subscription s on s.resident_id = n.resident_id or s.staff_id = n.staff_id or s.subject_id = n.subject_id
      join push_browser b on b.id = s.browser_id ${choiceOf('coalesce(s.resident_id, s.staff_id)', 'PUSH')}
      where n.id = any($1::uuid[]) and coalesce(c.wanted, $3)) p`,
    [noted.map(({ id }) => id), now, wantedByDefault(kind, 'PUSH')],
  );
  return noted.map(({ id }) => id);
}

/** Takes back what is not told yet of some kind about these subjects, for it is out of date. */
export async function untell({ em }: Pick<Context, 'em'>, { kind, detail }: News, subjectIds: readonly string[]): Promise<void> {
  await sql(
    em,
    `delete from delivery d using notification n where n.id = d.notification_id and d.result = 'WAITING' and n.kind = $1 and n.detail = $2 and n.subject_id = any($3::uuid[])`,
    [kind, detail, subjectIds],
  );
}

/** Has the mail about it tried anew that has not left, however often it was. @returns the notification; null where no mail of it waits or failed */
export async function mailAnew({ em, clock }: Pick<Context, 'em' | 'clock'>, cause: string): Promise<string | null> {
  const [anew] = await sql<{ id: string }>(
    em,
    `update delivery d set result = 'WAITING', attempts = 0, next_at = $2 from notification n
    where n.id = d.notification_id and n.cause = $1 and d.channel = 'MAIL' and d.result in ('WAITING', 'REFUSED', 'GIVEN_UP') returning n.id`,
    [cause, clock.now()],
  );
  return anew?.id ?? null;
}

/** Forgets everything that was told of subjects that are no more, and who wished to be told of them. */
export async function forgetSubjects({ em }: Pick<Context, 'em'>, ids: readonly string[]): Promise<void> {
  for (const table of ['notification', 'push_subscription', 'notification_choice'])
    await sql(em, `delete from ${table} where subject_id = any($1::uuid[])`, [ids]);
  await forgetIdleBrowsers({ em });
}

/** A browser that is told of nothing any more is not remembered. */
export async function forgetIdleBrowsers({ em }: Pick<Context, 'em'>): Promise<void> {
  await sql(em, 'delete from push_browser b where not exists (select from push_subscription s where s.browser_id = b.id)');
}

/** When mail of this rhythm leaves next; what waits is moved along with the choice. */
export async function moveWaitingMail({ em, clock }: Pick<Context, 'em' | 'clock'>, residentId: string, rhythm: string): Promise<void> {
  await sql(
    em,
    `update delivery d set digest = $2 <> 'AT_ONCE', next_at = ${nextDigest('$2::text', '$3::timestamptz')} from notification n
    where n.id = d.notification_id and n.resident_id = $1 and d.channel = 'MAIL' and d.result = 'WAITING'`,
    [residentId, rhythm, clock.now()],
  );
}
