import { newId } from '@torilla/schema/kernel/id';
import { system } from '../../kernel/actor.ts';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { noticeMail } from './notices.mail.ts';
import { EventNotice, type NoticeKind, type Registration } from './registration.entity.ts';

const MINUTE = 60_000;
/** A mail server that refuses is asked again later each time, and after so many times no more. */
export const MOST_TRIES = 6;
const PAUSE = 10 * MINUTE;
const BATCH = 50;

/** Notes that somebody who left an address is told, in the transaction that it is about: what is rolled back is told nobody, and what is committed is not forgotten. */
export function noteNotice({ em, clock }: Pick<Context, 'em' | 'clock'>, registration: Registration, kind: NoticeKind): void {
  if (registration.email) em.create(EventNotice, { id: newId(), registration, kind, createdAt: clock.now() });
}

/** Mails what waits to be told. Whoever has taken their address back meanwhile is not written to. */
export async function mailNotices(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  for (;;) {
    const em = ctx.em.fork({ clear: true, keepTransactionContext: true });
    const waiting = await em.find(
      EventNotice,
      { sentAt: null, tries: { $lt: MOST_TRIES }, $or: [{ triedAt: null }, { triedAt: { $lt: new Date(now.getTime() - PAUSE) } }] },
      {
        populate: ['registration', 'registration.event', 'registration.event.place', 'registration.event.movedFromPlace'],
        orderBy: { createdAt: 'asc', id: 'asc' },
        limit: BATCH,
      },
    );
    if (!waiting.length) return;
    for (const notice of waiting) {
      const mail = noticeMail(notice, ctx.services.publicUrl);
      const sent = mail !== null && (await ctx.services.mailer.send(mail));
      await noteTry({ ...ctx, actor: system }, { id: notice.id, sent, given: mail !== null });
    }
  }
}

interface Tried {
  id: string;
  sent: boolean;
  /** Whether there was anywhere to send it. */
  given: boolean;
}

const noteTry = command(
  'event.notice.try',
  ({ id }: Tried) => ({ type: 'EventNotice', id }),
  async ({ em, clock }, { id, sent, given }) => {
    const notice = await em.findOneOrFail(EventNotice, { id });
    notice.tries = given ? notice.tries + 1 : MOST_TRIES;
    notice.triedAt = clock.now();
    if (sent) notice.sentAt = clock.now();
  },
);
