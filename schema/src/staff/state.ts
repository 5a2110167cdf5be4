import type { StaffState } from './staff.ts';

/** Where somebody stands, by what the API tells of them. */
export function stateOf({ roles, lastSeenAt }: { roles: readonly unknown[]; lastSeenAt?: unknown }): StaffState {
  if (!roles.length) return 'WITHOUT_ACCESS';
  return lastSeenAt ? 'ACTIVE' : 'INVITED';
}
