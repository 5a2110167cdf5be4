import type { StaffRole } from '@torilla/schema/staff/staff';

/** Who asks. Everything that a policy or a visibility rule may depend on, and nothing else. */
export interface Actor {
  kind: 'anonymous' | 'staff' | 'device' | 'system';
  /** The member of staff or the device; null for the anonymous and the system itself. */
  id: string | null;
  roles: readonly StaffRole[];
}

export const anonymous: Actor = { kind: 'anonymous', id: null, roles: [] };
/** The server itself: jobs, the seed, the inbox on behalf of a sealed capture. */
export const system: Actor = { kind: 'system', id: null, roles: [] };
