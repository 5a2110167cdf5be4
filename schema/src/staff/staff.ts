import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';

/** What a member of staff may do; see the policy of each noun. */
export const staffRoles = ['ADMINISTRATOR', 'OFFICER', 'WORKER', 'VIEWER'] as const;
export const StaffRole = z.enum(staffRoles).enum;
export type StaffRole = keyof typeof StaffRole;

/** The roles that may be for a unit alone; the others are always for the whole city. */
export const unitRoles: readonly StaffRole[] = ['OFFICER', 'VIEWER'];

/** A role, for what and how long. */
export const GrantedRole = z.object({
  role: z.enum(staffRoles).describe('What they may do.'),
  unit: Key.nullish().describe('The unit for which alone they may; null for the whole city. For officers and viewers.'),
  until: z.iso.datetime({ offset: true }).nullish().describe('When it ends by itself; null for until it is ended.'),
});
export type GrantedRole = z.infer<typeof GrantedRole>;

/** Whether the role may be for a unit, if it is. */
export const fitsUnit = (grant: { role: StaffRole; unit?: string | null | undefined }): boolean => !grant.unit || unitRoles.includes(grant.role);

/** Gives a member of staff a role. */
export const GrantRole = GrantedRole.extend({
  id: Id.describe('Minted where the grant is made; the same id is the same grant.'),
  staffId: Id.describe('To whom.'),
}).refine(fitsUnit, { path: ['unit'], error: 'role-is-for-the-whole-city' });
export type GrantRole = z.infer<typeof GrantRole>;

/** What a member of staff is called. */
export const DisplayName = z.string().trim().min(1).max(80).describe('As colleagues and residents shall know them: Mirja K.');

/** Where somebody stands: has a role and has been here, has one and has not come yet, or has none now. */
export const staffStates = ['ACTIVE', 'INVITED', 'WITHOUT_ACCESS'] as const;
export const StaffState = z.enum(staffStates).enum;
export type StaffState = keyof typeof StaffState;

/** Which of the staff; all conditions hold together. */
export const StaffFilter = z.object({
  search: z.string().trim().max(100).nullish().describe('A part of the name or of the address.'),
  role: z.enum(staffRoles).nullish().describe('Has this role now, for the city or for a unit.'),
  unit: Key.nullish().describe('Has a role for this unit now.'),
  state: z.enum(staffStates).nullish().describe('Stands so.'),
});
export type StaffFilter = z.infer<typeof StaffFilter>;

/** Changes what a member of staff is called. */
export const RenameStaff = z.object({
  id: Id.describe('Who.'),
  displayName: DisplayName,
});
export type RenameStaff = z.infer<typeof RenameStaff>;
