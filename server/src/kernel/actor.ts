import type { StaffRole } from '@torilla/schema/staff/staff';

/** A role that somebody has for one unit of the city alone. */
export interface UnitRole {
  role: StaffRole;
  /** The unit's key. */
  unit: string;
}

/** Who asks. Everything that a policy or a visibility rule may depend on, and nothing else. */
export interface Actor {
  kind: 'anonymous' | 'resident' | 'staff' | 'device' | 'system';
  /** The resident, the member of staff or the device; null for the anonymous and the system itself. */
  id: string | null;
  /** What a member of staff is for the whole city, now. */
  roles: readonly StaffRole[];
  /** What they are for single units, now. */
  unitRoles?: readonly UnitRole[];
  /** The only verbs that they may do, where a script asks in their name; absent for a person. */
  verbs?: readonly string[];
}

export const anonymous: Actor = { kind: 'anonymous', id: null, roles: [] };
/** The server itself: jobs, the seed, the inbox on behalf of a sealed capture. */
export const system: Actor = { kind: 'system', id: null, roles: [] };

/** The units for which somebody has the role, beside what they are for the whole city. */
export const unitsOf = ({ unitRoles = [] }: Actor, role: StaffRole): string[] => unitRoles.filter((one) => one.role === role).map(({ unit }) => unit);

/** Whether they have the role, for the city or for a unit at least. */
export const hasRole = (actor: Actor, role: StaffRole): boolean => actor.roles.includes(role) || unitsOf(actor, role).length > 0;
