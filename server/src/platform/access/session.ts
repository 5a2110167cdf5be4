import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignInMethod } from '@torilla/schema/access/access';
import { newId } from '@torilla/schema/kernel/id';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { hashOf, newSecret } from '../../kernel/secret.ts';
import type { SessionTimes } from '../../kernel/services.ts';
import { inEffect, staffActor, type Granted } from '../staff/actor.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { Session } from './access.entity.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** When nobody says otherwise: half an hour and half a day for staff, a month and a season for a resident at home. */
export const usualTimes: SessionTimes = { staff: { idle: 30 * MINUTE, most: 12 * 60 * MINUTE }, resident: { idle: 30 * DAY, most: 90 * DAY } };

/** When a row of `session` has ended, as SQL. */
export function sessionEnd({ staff, resident }: SessionTimes): string {
  const end = ({ idle, most }: SessionTimes['staff']) => `least(last_seen_at + interval '${idle} milliseconds', created_at + interval '${most} milliseconds')`;
  return `case when staff_id is null then ${end(resident)} else ${end(staff)} end`;
}

/** Whose session the secret opens. */
export interface Opened {
  sessionId: string;
  actor: Actor;
}

interface OpenRow {
  id: string;
  staffId: string | null;
  residentId: string | null;
  granted: Granted[];
}

const FOUND = `select id, staff_id, resident_id, last_seen_at from session where hash = $1
      and last_seen_at > $2::timestamptz - case when staff_id is null then $3::interval else $4::interval end
      and created_at > $2::timestamptz - case when staff_id is null then $5::interval else $6::interval end`;
const WHOSE = `select id, staff_id as "staffId", resident_id as "residentId", (
      select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'unit', g.unit_key)), '[]') from staff_grant g
      where g.staff_id = found.staff_id and ${inEffect('$2')}
    ) as granted from found`;
const params = (secret: string, now: Date, { staff, resident }: SessionTimes) => [
  hashOf(secret),
  now,
  ...[resident.idle, staff.idle, resident.most, staff.most].map((ms) => `${ms} milliseconds`),
];
const ownerIn = ({ staffId, residentId, granted }: OpenRow): Actor | null =>
  residentId ? { kind: 'resident', id: residentId, roles: [] } : staffActor(staffId!, granted);

/**
 * The session that the secret opens, and what its owner may do now; null for one that has ended or whose owner has no role any more.
 * Being used is noted once a minute, so that a page of many questions writes once.
 */
export async function openedBy(em: EntityManager, secret: string, clock: Clock, times: SessionTimes): Promise<Opened | null> {
  const now = clock.now();
  const [row] = await sql<OpenRow>(
    em,
    `with found as (${FOUND}), noted as (update session set last_seen_at = $2 from found where session.id = found.id and found.last_seen_at < $2::timestamptz - interval '1 minute'),
    seen as (update staff_member set last_seen_at = $2 from found
      where staff_member.id = found.staff_id and (staff_member.last_seen_at is null or staff_member.last_seen_at < $2::timestamptz - interval '1 minute'))
    ${WHOSE}`,
    params(secret, now, times),
  );
  const actor = row && ownerIn(row);
  return actor ? { sessionId: row.id, actor } : null;
}

/** What the owner of a session may do by now; null once it has ended. Looking does not count as using it. */
export async function stillOpen(em: EntityManager, secret: string, clock: Clock, times: SessionTimes): Promise<Actor | null> {
  const [row] = await sql<OpenRow>(em, `with found as (${FOUND}) ${WHOSE}`, params(secret, clock.now(), times));
  return row ? ownerIn(row) : null;
}

/** Signs somebody in: in a new session with a new secret, in the place of the one that this browser had. */
export async function openSession(ctx: Context, owner: { staff: string } | { resident: string }, method: SignInMethod): Promise<void> {
  const { em, clock, session } = ctx;
  if (session?.secret) await em.nativeDelete(Session, { hash: hashOf(session.secret) });
  const secret = newSecret();
  const now = clock.now();
  em.create(Session, { id: newId(), hash: hashOf(secret), ...owner, method, agent: session?.agent ?? '', createdAt: now, lastSeenAt: now });
  await em.flush();
  if ('staff' in owner) await em.nativeUpdate(StaffMember, { id: owner.staff }, { lastSeenAt: now, invitedUntil: null });
  session?.set(secret);
}
