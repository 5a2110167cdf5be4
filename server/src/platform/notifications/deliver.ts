import type { Locale } from '@torilla/schema/kernel/locale';
import type { DeliveryResult } from '@torilla/schema/notifications/kinds';
import { system } from '../../kernel/actor.ts';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import type { Job } from '../../kernel/feature.ts';
import { hashOf, newSecret } from '../../kernel/secret.ts';
import type { Mail, MailFailure } from '../../kernel/services.ts';
import type { About, Letter, Teller } from '../../kernel/teller.ts';
import { nextTry, outcomeOfMail, outcomeOfPush, type Outcome } from './delivery.ts';
import { cityIn, sentenceOf, shortMail, stopLine } from './words.ts';

const BATCH = 50;
/** Whoever took some and died leaves them to others after so long; what it had sent by then may come twice, under the same tag and number. */
const LEASE_MINUTES = 5;

/** A delivery that this process has taken, with what it tells of and whom. */
interface Taken extends About {
  id: string;
  notificationId: string;
  channel: 'MAIL' | 'PUSH';
  target: string;
  digest: boolean;
  attempts: number;
  residentId: string | null;
  /** Where an account has its mail. */
  email: string | null;
  language: Locale | null;
}

/** One sending: of one delivery, or of several that go together. */
interface Sending {
  taken: Taken[];
  send: () => Promise<Outcome>;
}

/** Sends what waits, every minute. */
export const deliverWaiting: Job = { name: 'notifications.deliver', cron: '* * * * *', run: (ctx) => deliver(ctx) };

/** Sends what is due, of these notifications or of all. Several processes may do so: each delivery is one process's. What fails is tried again later. */
export async function deliver(ctx: Context, only: readonly string[] | null = null): Promise<void> {
  if (only && !only.length) return;
  let taken: Taken[];
  do {
    const em = ctx.em.fork({ clear: true, keepTransactionContext: true }) as Context['em'];
    const within = { ...ctx, em, actor: system };
    taken = await take(within, only);
    const sendings: Sending[] = [];
    // read one after the other, sent side by side, and written down one after the other: they may share a connection
    for (const together of groups(taken)) sendings.push(await prepare(within, together));
    const outcomes = await Promise.all(sendings.map(({ send }) => send()));
    for (const [n, sending] of sendings.entries()) for (const one of sending.taken) await noteOutcome(within, { taken: one, outcome: outcomes[n]! });
  } while (taken.length === BATCH);
}

// taken before they are sent, so that two processes do not send the same; what one resident wants together side by side, so that it is in one batch
async function take({ em, clock }: Context, only: readonly string[] | null): Promise<Taken[]> {
  return sql<Taken>(
    em,
    `with due as (update delivery set attempts = attempts + 1, last_at = $1, next_at = $1::timestamptz + interval '${LEASE_MINUTES} minutes' where id in (
      select d.id from delivery d join notification n on n.id = d.notification_id
      where d.result = 'WAITING' and d.next_at <= $1 and ($2::uuid[] is null or d.notification_id = any($2))
      order by d.next_at, n.resident_id, d.id limit ${BATCH} for update of d skip locked
    ) returning *)
    select d.id, d.notification_id as "notificationId", d.channel, d.target, d.digest, d.attempts, n.kind, n.detail, n.subject_id as "subjectId", n.cause,
      n.resident_id as "residentId", coalesce(r.email, s.email) as email, coalesce(r.locale, case when n.staff_id is not null then 'fi' end) as language
    from due d join notification n on n.id = d.notification_id left join resident r on r.id = n.resident_id left join staff_member s on s.id = n.staff_id
    order by n.created_at, n.id`,
    [clock.now(), only],
  );
}

// what a resident wants together goes together
function groups(taken: readonly Taken[]): Taken[][] {
  const together = new Map<string, Taken[]>();
  for (const one of taken) {
    const key = one.digest && one.residentId ? one.residentId : one.id;
    together.set(key, [...(together.get(key) ?? []), one]);
  }
  return [...together.values()];
}

async function prepare(ctx: Context, taken: Taken[]): Promise<Sending> {
  const first = taken[0]!;
  const send = first.channel === 'PUSH' ? await preparePush(ctx, first) : await prepareMail(ctx, taken);
  return { taken, send: send ?? (async () => ({ result: 'WITHDRAWN', why: null })) };
}

const tellerOf = ({ services }: Context, { kind }: About): Teller | undefined => services.tellers[kind];
const pathOf = async (ctx: Context, about: About, whose: 'ACCOUNT' | 'RECEIPT'): Promise<string> =>
  (await tellerOf(ctx, about)?.path(ctx, about, whose)) ?? '/';

async function preparePush(ctx: Context, taken: Taken): Promise<Sending['send'] | null> {
  const [browser] = await sql<{ endpoint: string; p256dh: string; auth: string; language: Locale; ofAccount: boolean }>(
    ctx.em,
    `select b.endpoint, b.p256dh, b.auth, b.language, bool_or(s.subject_id is null) as "ofAccount" from push_browser b
    join push_subscription s on s.browser_id = b.id join notification n on n.id = $2
    where b.id = $1 and (s.resident_id = n.resident_id or s.staff_id = n.staff_id or s.subject_id = n.subject_id) group by b.id`,
    [taken.target, taken.notificationId],
  );
  if (!browser) return null;
  const { push } = ctx.services;
  const payload = JSON.stringify({
    title: cityIn(browser.language),
    body: sentenceOf(taken, browser.language),
    language: browser.language,
    path: await pathOf(ctx, taken, browser.ofAccount ? 'ACCOUNT' : 'RECEIPT'),
    tag: taken.notificationId,
  });
  return async () => (push ? outcomeOfPush(await push.send(browser, payload)) : { result: 'LATER', why: 'not-configured' });
}

async function prepareMail(ctx: Context, taken: Taken[]): Promise<Sending['send'] | null> {
  const first = taken[0]!;
  const letter = first.digest ? null : await tellerOf(ctx, first)?.letter?.(ctx, first);
  const written = letter ?? (await accountLetter(ctx, taken));
  if (!written) return null;
  const finished = await withStop(ctx, written, first);
  return async () => {
    let failure: MailFailure | null = null;
    const sent = await ctx.services.mailer.send(finished, (why) => (failure = why));
    return outcomeOfMail(sent, failure);
  };
}

// an account that has given its address up is written to no more
async function accountLetter(ctx: Context, taken: Taken[]): Promise<Letter | null> {
  const { email, language } = taken[0]!;
  if (!email || !language) return null;
  const told: { sentence: string; path: string }[] = [];
  for (const one of taken) told.push({ sentence: sentenceOf(one, language), path: await pathOf(ctx, one, 'ACCOUNT') });
  return { to: email, language, ...shortMail({ language, told, publicUrl: ctx.services.publicUrl }) };
}

// a new secret for each try: of it the hash alone is kept
async function withStop(ctx: Context, { language, ...mail }: Letter, { id, notificationId }: Taken): Promise<Mail> {
  const secret = newSecret();
  await sql(ctx.em, 'update delivery set stop_hash = $2 where id = $1', [id, hashOf(secret)]);
  const url = `${ctx.services.publicUrl}/viestit/lopeta/${secret}`;
  return {
    ...mail,
    text: `${mail.text}\n\n${stopLine(language, url)}`,
    headers: { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    messageId: `<${notificationId}@${new URL(ctx.services.publicUrl).hostname}>`,
  };
}

const noteOutcome = command(
  'notification.deliver',
  ({ taken }: { taken: Taken; outcome: Outcome }) => ({ type: 'Delivery', id: taken.id }),
  async (ctx, { taken, outcome }) => {
    const { em, clock } = ctx;
    const again = outcome.result === 'LATER' ? nextTry(taken.attempts, clock.now(), outcome.afterMs) : null;
    const result: DeliveryResult = outcome.result === 'LATER' ? (again ? 'WAITING' : 'GIVEN_UP') : outcome.result;
    // what was withdrawn while it was tried is not tried again
    const noted = await sql(
      em,
      `update delivery set result = $2, why = $3, next_at = $4 where id = $1 and (result = 'WAITING' or $2 <> 'WAITING') returning id`,
      [taken.id, result, outcome.why, again],
    );
    if (!noted.length) return;
    if (result === 'GONE') await forgetBrowser(ctx, taken.target);
    if (taken.channel === 'MAIL') await tellerOf(ctx, taken)?.mailed?.(ctx, taken, result);
  },
);

// nothing that waits for it is ever tried
async function forgetBrowser({ em }: Context, id: string): Promise<void> {
  await sql(em, 'delete from push_browser where id = $1', [id]);
  await sql(em, `update delivery set result = 'GONE', why = null, next_at = null where channel = 'PUSH' and target = $1 and result = 'WAITING'`, [id]);
}
