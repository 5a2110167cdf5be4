import type { RegistrationState } from '@torilla/schema/events/registration';
import type { LocalizedText } from '@torilla/schema/kernel/localized';
import { Receipt } from '@torilla/schema/kernel/receipt';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { parse } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { viewsAt, type SeenView } from '../views/views.ts';
import { limitCodes } from './registration.commands.ts';

/** A registration as whoever made it sees it. */
export interface OwnRegistrationFacts {
  id: string;
  code: string;
  state: RegistrationState;
  name: string;
  email: string | null;
  phone: string | null;
  partySize: number;
  needs: string | null;
  registeredAt: string;
  /** How many people wait before them. */
  ahead: number;
  eventId: string;
  title: LocalizedText;
  place: LocalizedText;
  startsAt: string;
  endsAt: string;
}

const OWN = `select r.id, r.code, r.state, r.name, r.email, r.phone, r.party_size as "partySize", r.needs, to_json(r.registered_at) as "registeredAt",
    (select coalesce(sum(w.party_size), 0)::int from registration w where r.state = 'WAITLIST' and w.event_id = r.event_id and w.state = 'WAITLIST'
      and (w.registered_at, w.id) < (r.registered_at, r.id)) as ahead,
    e.id as "eventId", e.title, p.name as place, to_json(e.starts_at) as "startsAt", to_json(e.ends_at) as "endsAt"
  from registration r join event e on e.id = r.event_id join place p on p.key = e.place_key`;

/** What stands behind a code, and who of the staff looked; null where there is nothing (any more). */
export async function registrationByCode(ctx: Context, code: string): Promise<(OwnRegistrationFacts & { views: SeenView[] }) | null> {
  limitCodes(ctx);
  const [found] = await sql<OwnRegistrationFacts>(ctx.em, `${OWN} where r.code = $1`, [parse(Receipt, code)]);
  return found ? { ...found, views: await viewsAt(ctx, [found.id]) } : null;
}

/** What is in the account of the resident who asks, the next first and what has been after it. */
export async function myRegistrations(ctx: Context): Promise<OwnRegistrationFacts[]> {
  assertMay(ctx.actor, 'event.register.read.own');
  return sql<OwnRegistrationFacts>(
    ctx.em,
    `${OWN} where r.resident_id = $1 order by e.ends_at < $2, case when e.ends_at < $2 then - extract(epoch from e.starts_at) else extract(epoch from e.starts_at) end limit 100`,
    [ctx.actor.id, ctx.clock.now()],
  );
}
