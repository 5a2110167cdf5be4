import type { EntityManager } from '@mikro-orm/postgresql';
import type { StaffRole } from '@torilla/schema/staff/staff';
import type { Actor } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';

/** A role in effect, as the table has it. */
export interface Granted {
  role: StaffRole;
  unit: string | null;
}

/** The condition, in SQL, under which the grant `g` is in effect at the parameter. */
export const inEffect = (at: string): string => `g.ended_at is null and g.starts_at <= ${at} and (g.until is null or g.until > ${at})`;

/** A member of staff with what they were granted; null for whoever was granted nothing: they are nobody here. */
export function staffActor(id: string, granted: readonly Granted[]): Actor | null {
  if (!granted.length) return null;
  return {
    kind: 'staff',
    id,
    roles: [...new Set(granted.filter(({ unit }) => unit === null).map(({ role }) => role))],
    unitRoles: granted.flatMap(({ role, unit }) => (unit === null ? [] : [{ role, unit }])),
  };
}

/** What a member of staff may do at that moment. */
export const grantedTo = (em: EntityManager, staffId: string, at: Date): Promise<Granted[]> =>
  sql<Granted>(em, `select g.role, g.unit_key as unit from staff_grant g where g.staff_id = $1 and ${inEffect('$2')}`, [staffId, at]);
