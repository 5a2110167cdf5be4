import { newId } from '@torilla/schema/kernel/id';
import { residentKinds, staffKinds, notificationChannels, wantedByDefault, type MailRhythm, type NotificationKind } from '@torilla/schema/notifications/kinds';
import type { ChooseNotification, ReadNotifications } from '@torilla/schema/notifications/notifications';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secret.ts';
import type { About } from '../../kernel/teller.ts';
import { account } from './browsers.commands.ts';
import { TOLD_DAYS } from './notifications.retention.ts';
import { moveWaitingMail } from './tell.ts';

const HOUR = 60 * 60_000;
/** The kinds that concern whoever asks. */
const kindsOf = ({ actor }: Pick<Context, 'actor'>): readonly NotificationKind[] => (actor.kind === 'resident' ? residentKinds : staffKinds);

const owners = (ctx: Context) => {
  const own = account(ctx);
  return 'residentId' in own ? ([own.residentId, null] as const) : ([null, own.staffId] as const);
};

/** What somebody chose, or what holds until they do. */
export async function choicesOf(ctx: Context): Promise<ChooseNotification[]> {
  const [resident, staff] = owners(ctx);
  const chosen = await sql<ChooseNotification>(ctx.em, 'select kind, channel, wanted from notification_choice where coalesce(resident_id, staff_id) = $1', [
    resident ?? staff,
  ]);
  return kindsOf(ctx).flatMap((kind) =>
    notificationChannels.map(
      (channel) => chosen.find((one) => one.kind === kind && one.channel === channel) ?? { kind, channel, wanted: wantedByDefault(kind, channel) },
    ),
  );
}

const setChoice = (
  { em }: Pick<Context, 'em'>,
  owner: readonly [resident: string | null, staff: string | null, subject: string | null],
  choice: ChooseNotification,
) =>
  sql(
    em,
    `insert into notification_choice (id, resident_id, staff_id, subject_id, kind, channel, wanted) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (coalesce(resident_id, staff_id, subject_id), kind, channel) do update set wanted = excluded.wanted`,
    [newId(), ...owner, choice.kind, choice.channel, choice.wanted],
  );

const own = () => ({ type: 'NotificationChoice', id: null });

/** Chooses whether one is told of something by a channel; what waits follows the choice. */
export const chooseNotification = command('notification.choose', own, async (ctx, choice: ChooseNotification) => {
  const [resident, staff] = owners(ctx);
  await setChoice(ctx, [resident, staff, null], choice);
  if (!choice.wanted && choice.channel !== 'APP') await withdrawWaiting(ctx, { owner: resident ?? staff!, kinds: [choice.kind], channel: choice.channel });
  return true;
});

/** Chooses how often mail comes. */
export const chooseRhythm = command('notification.digest', own, async (ctx, { rhythm }: { rhythm: MailRhythm }) => {
  await sql(ctx.em, 'insert into mail_digest (id, resident_id, rhythm) values ($1, $2, $3) on conflict (resident_id) do update set rhythm = excluded.rhythm', [
    newId(),
    ctx.actor.id,
    rhythm,
  ]);
  await moveWaitingMail(ctx, ctx.actor.id!, rhythm);
  return rhythm;
});

/** How often a resident wants mail. */
export async function rhythmOf({ em, actor }: Context): Promise<MailRhythm> {
  const [row] = await sql<{ rhythm: MailRhythm }>(em, 'select rhythm from mail_digest where resident_id = $1', [actor.id]);
  return row?.rhythm ?? 'AT_ONCE';
}

/** Notes that notifications are read: those named, or all. */
export const readNotifications = command(
  'notification.read',
  () => ({ type: 'Notification', id: null }),
  async (ctx, { ids }: ReadNotifications) => {
    const [resident, staff] = owners(ctx);
    await sql(
      ctx.em,
      'update notification set read_at = $1 where (resident_id = $2 or staff_id = $3) and read_at is null and ($4::uuid[] is null or id = any($4))',
      [ctx.clock.now(), resident, staff, ids ?? null],
    );
    return true;
  },
);

interface Stopped {
  kind: NotificationKind;
  digest: boolean;
  resident: string | null;
  staff: string | null;
  subject: string;
}

/**
 * Ends the mail in which the secret stood: mail of its kind to the account, all mail where several kinds went together; to whoever has no account, what
 * is mailed about this one thing. Ended again it has ended.
 * @throws Problem `not-found` for a secret that is none, or is a year old
 */
export const stopMail = command('notification.mail.stop', own, async (ctx, { secret }: { secret: string }) => {
  ctx.services.limit(`stop:${ctx.address}`, 60, HOUR);
  const [found] = await sql<Stopped>(
    ctx.em,
    `select d.kind, d.digest, n.resident_id as resident, n.staff_id as staff, n.subject_id as subject from delivery d join notification n on n.id = d.notification_id
    where d.stop_hash = $1 and d.created_at > $2::timestamptz - interval '${TOLD_DAYS} days'`,
    [hashOf(secret), ctx.clock.now()],
  );
  if (!found) throw new Problem('not-found');
  const { kind, digest, resident, staff, subject } = found;
  const kinds = digest ? residentKinds : [kind];
  const owner = [resident, staff, resident || staff ? null : subject] as const;
  for (const one of kinds) await setChoice(ctx, owner, { kind: one, channel: 'MAIL', wanted: false });
  await withdrawWaiting(ctx, { owner: resident ?? staff ?? subject, kinds, channel: 'MAIL' });
  return true;
});

// what is on its way and wanted no more does not leave, and its noun hears so
async function withdrawWaiting(ctx: Context, of: { owner: string; kinds: readonly NotificationKind[]; channel: 'MAIL' | 'PUSH' }): Promise<void> {
  const withdrawn = await sql<About>(
    ctx.em,
    `update delivery d set result = 'WITHDRAWN', next_at = null from notification n where n.id = d.notification_id and d.result = 'WAITING'
    and coalesce(n.resident_id, n.staff_id, n.subject_id) = $1 and d.kind = any($2::text[]) and d.channel = $3
    returning n.kind, n.detail, n.subject_id as "subjectId", n.cause`,
    [of.owner, of.kinds, of.channel],
  );
  if (of.channel === 'MAIL') for (const about of withdrawn) await ctx.services.tellers[about.kind]?.mailed?.(ctx, about, 'WITHDRAWN');
}
