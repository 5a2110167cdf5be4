import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { sql } from '../../../kernel/command.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { inEffect, staffActor, type Granted } from '../../staff/actor.ts';

/** What stands in `Authorization` behind `Bearer`; null for any other way of saying who one is. */
export const bearerIn = (authorization: string | undefined): string | null => /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? null;

/** In whose name a script asks that has the secret; null for one that has ended, or whose owner may do nothing any more. Its use is noted once a minute. */
export async function actorOf(em: EntityManager, secret: string, clock: Clock): Promise<Actor | null> {
  const [row] = await sql<{ staffId: string; verbs: string[]; granted: Granted[] }>(
    em,
    `with found as (select id, staff_id, verbs, last_used_at from api_token where hash = $1 and expires_at > $2),
    noted as (update api_token set last_used_at = $2 from found
      where api_token.id = found.id and (found.last_used_at is null or found.last_used_at < $2::timestamptz - interval '1 minute'))
    select staff_id as "staffId", verbs, (
      select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'unit', g.unit_key)), '[]') from staff_grant g
      where g.staff_id = found.staff_id and ${inEffect('$2')}
    ) as granted from found`,
    [hashOf(secret), clock.now()],
  );
  const actor = row && staffActor(row.staffId, row.granted);
  return actor ? { ...actor, verbs: row.verbs } : null;
}
