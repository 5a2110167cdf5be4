import type { EntityManager } from '@mikro-orm/postgresql';
import { anonymous, type Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { sql } from '../../kernel/command.ts';
import type { StaffRole } from '@torilla/schema/staff/staff';
import { hashOf } from './staff.commands.ts';

const IDLE_MS = 30 * 60_000;
const ABSOLUTE_MS = 12 * 60 * 60_000;

/** The member of staff whose session the secret opens, or the anonymous. A session ends after 30 minutes idle or 12 hours. */
export async function actorOf(em: EntityManager, secret: string | null, clock: Clock): Promise<Actor> {
  if (!secret) return anonymous;
  const now = clock.now();
  const [row] = await sql<{ id: string; roles: StaffRole[] }>(
    em,
    `
    update session set last_seen_at = $2 from staff_member s
    where session.hash = $1 and s.id = session.staff_id and last_seen_at > $3 and created_at > $4
    returning s.id, s.roles`,
    [hashOf(secret), now, new Date(now.getTime() - IDLE_MS), new Date(now.getTime() - ABSOLUTE_MS)],
  );
  return row ? { kind: 'staff', id: row.id, roles: row.roles } : anonymous;
}
