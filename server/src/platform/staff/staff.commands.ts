import { newId } from '@torilla/schema/kernel/id';
import type { GrantedRole, GrantRole, RenameStaff } from '@torilla/schema/staff/staff';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { Unit } from '../plan/unit.entity.ts';
import { StaffGrant, StaffMember } from './staff.entity.ts';

const subject = (_: unknown, staffId: string) => ({ type: 'StaffMember', id: staffId });

/**
 * Gives a member of staff a role. Safe to send twice: the id was minted where it was given.
 * @throws Problem `not-found`, `unknown-unit`, `already-exists` when they have that role, `bad-input` when it would end before it begins
 */
export const grantRole = command('staff.grant', subject, async (ctx, { id, staffId, ...given }: GrantRole) => {
  const staff = await ctx.em.findOne(StaffMember, { id: staffId });
  if (!staff) throw new Problem('not-found');
  if (await ctx.em.findOne(StaffGrant, { id })) return staffId;
  await giveRole(ctx, staff, id, given);
  return staffId;
});

/** Notes a role, in the place of one like it that has run out. @throws Problem as `grantRole` does */
export async function giveRole(
  { em, actor, clock }: Context,
  staff: StaffMember,
  id: string,
  { role, unit, until }: GrantedRole,
  fromProvider = false,
): Promise<void> {
  const now = clock.now();
  if (until && new Date(until) <= now) throw new Problem('bad-input', { fields: ['until: past'] });
  await em.flush();
  await sql(em, `update staff_grant set ended_at = until where staff_id = $1 and role = $2 and ended_at is null and until <= $3`, [staff.id, role, now]);
  em.create(StaffGrant, {
    id,
    staff,
    role,
    unit: unit ? em.getReference(Unit, unit) : null,
    startsAt: now,
    until: until ? new Date(until) : null,
    fromProvider,
    grantedBy: actor.kind === 'staff' ? em.getReference(StaffMember, actor.id!) : null,
  });
  await em.flush();
}

/** Ends a role now; one that has ended stays as it was. @throws Problem `not-found`, `last-administrator` */
export const endGrant = command('staff.grant.end', subject, async (ctx, { id }: { id: string }) => {
  const grant = await ctx.em.findOne(StaffGrant, { id });
  if (!grant) throw new Problem('not-found');
  await end(ctx, 'id', id);
  return grant.staff.id;
});

/** Ends all that a member of staff may do, and with it their sessions. @throws Problem `not-found`, `last-administrator` */
export const withdrawAccess = command('staff.withdraw', subject, async (ctx, { staffId }: { staffId: string }) => {
  if (!(await ctx.em.findOne(StaffMember, { id: staffId }))) throw new Problem('not-found');
  await end(ctx, 'staff_id', staffId);
  return staffId;
});

/** Changes what a member of staff is called. @throws Problem `not-found` */
export const renameStaff = command('staff.rename', subject, async ({ em }, { id, displayName }: RenameStaff) => {
  const staff = await em.findOne(StaffMember, { id });
  if (!staff) throw new Problem('not-found');
  staff.displayName = displayName;
  await em.flush();
  return id;
});

async function end({ em, actor, clock }: Context, column: 'id' | 'staff_id', value: string): Promise<void> {
  await sql(em, `update staff_grant set ended_at = $2, ended_by_id = $3 where ${column} = $1 and ended_at is null`, [
    value,
    clock.now(),
    actor.kind === 'staff' ? actor.id : null,
  ]);
}

/** Makes a member of staff, unless there is one of that id. @throws Problem `already-exists` for an address that somebody has */
export async function newStaff({ em }: Context, person: { id?: string; email: string; displayName: string; demo?: boolean }): Promise<StaffMember> {
  const { id = newId(), ...rest } = person;
  const staff = (await em.findOne(StaffMember, { id })) ?? em.create(StaffMember, { id, ...rest });
  await em.flush();
  return staff;
}
