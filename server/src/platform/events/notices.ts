import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import type { Teller } from '../../kernel/teller.ts';
import { tell, untell } from '../notifications/tell.ts';
import { noticeMail } from './notices.mail.ts';
import { Registration, type NoticeKind } from './registration.entity.ts';

const KIND = 'EVENT';

/** Has those told who can be: who left an address, and whose account it is in. In the transaction that it is about. */
export async function noteNotices(ctx: Context, registrations: readonly Registration[], kind: NoticeKind): Promise<void> {
  const reachable = registrations.filter(({ email, resident }) => email || resident);
  await tell(
    ctx,
    { kind: KIND, detail: kind },
    reachable.map(({ id, email, resident }) => ({ subjectId: id, residentId: resident?.id, byMail: Boolean(email), cause: newId() })),
  );
}

/** What they were to be told of an earlier move of an event, and were not yet, is out of date. */
export async function takeBackMoves({ em }: Pick<Context, 'em'>, eventId: string): Promise<void> {
  const registered = await sql<{ id: string }>(em, 'select id from registration where event_id = $1', [eventId]);
  await untell(
    { em },
    { kind: KIND, detail: 'MOVED' },
    registered.map(({ id }) => id),
  );
}

/** How registrations say what people are told of. Whoever has taken their address back meanwhile is not written to. */
export const tellsOfRegistrations: Teller = {
  // only accounts are told in the app: a registration has no followers of its own
  path: async () => '/oma/tapahtumat',
  async letter({ em, services }, { subjectId, detail }) {
    const registration = await em.findOne(Registration, { id: subjectId }, { populate: ['event', 'event.place', 'event.movedFromPlace'] });
    return registration && noticeMail(registration, detail as NoticeKind, services.publicUrl);
  },
};
