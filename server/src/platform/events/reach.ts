import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { assertMay } from '../../kernel/policy.ts';

/** How those who registered for an event are reached, and what of it has left. */
export interface Reach {
  parties: number;
  people: number;
  byMail: number;
  byPhone: number;
  nowhere: number;
  mailsWaiting: number;
  mailsSent: number;
  mailsFailed: number;
}

/** Counts, of an event or of it and those that follow it in its series, without anybody's name. @throws Problem `forbidden` */
export async function reachOf({ em, actor, clock }: Context, eventId: string, following: boolean): Promise<Reach> {
  assertMay(actor, 'event.move');
  const [row] = await sql<Reach>(
    em,
    `select count(*)::int as parties, coalesce(sum(r.party_size), 0)::int as people, count(r.email)::int as "byMail",
      (count(*) filter (where r.email is null and r.phone is not null))::int as "byPhone", (count(*) filter (where r.email is null and r.phone is null))::int as nowhere,
      coalesce(sum(n.waiting), 0)::int as "mailsWaiting", coalesce(sum(n.sent), 0)::int as "mailsSent", coalesce(sum(n.failed), 0)::int as "mailsFailed"
    from registration r join event e on e.id = r.event_id join event o on o.id = $1 cross join lateral (select count(*) filter (where d.result = 'WAITING') as waiting, count(*) filter (where d.result = 'SENT') as sent,
      count(*) filter (where d.result in ('REFUSED', 'GIVEN_UP')) as failed
      from notification t join delivery d on d.notification_id = t.id where t.subject_id = r.id and t.kind = 'EVENT' and t.detail in ('MOVED', 'CANCELLED') and d.channel = 'MAIL') n
    where (e.id = o.id or ($2 and e.series_id = o.series_id and e.starts_at > o.starts_at and e.cancelled_at is null and e.ends_at > $3)) and r.state in ('ATTENDING', 'WAITLIST')`,
    [eventId, following, clock.now()],
  );
  return row!;
}
