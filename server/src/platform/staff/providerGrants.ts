import { newId } from '@torilla/schema/kernel/id';
import type { StaffRole } from '@torilla/schema/staff/staff';
import { savepoint, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { inEffect } from './actor.ts';
import { giveRole } from './staff.commands.ts';
import type { StaffMember } from './staff.entity.ts';

/** A role as the identity provider's word has it. */
export interface ProvidedRole {
  role: StaffRole;
  unit: string | null;
}

const same = (a: ProvidedRole, b: ProvidedRole): boolean => a.role === b.role && a.unit === b.unit;

/**
 * Does as the identity provider says, for that long: gives what is new, prolongs what stays, ends what is no more. What people gave by hand is theirs
 * to end, and is not given twice. A unit that the city does not have is passed over. The last administrator stays one: somebody must be able to give
 * the role to another.
 */
export async function followProvider(ctx: Context, staff: StaffMember, said: readonly ProvidedRole[], until: Date): Promise<void> {
  const now = ctx.clock.now();
  const known = await unitsAmong(
    ctx,
    said.flatMap(({ unit }) => unit ?? []),
  );
  const wanted = said.filter(({ unit }, at) => (!unit || known.has(unit)) && said.findIndex((one) => same(one, said[at]!)) === at);
  const inForce = await sql<ProvidedRole & { id: string; fromProvider: boolean }>(
    ctx.em,
    `select g.id, g.role, g.unit_key as unit, g.from_provider as "fromProvider" from staff_grant g where g.staff_id = $1 and ${inEffect('$2')}`,
    [staff.id, now],
  );
  for (const role of wanted) if (!inForce.some((one) => same(one, role))) await giveRole(ctx, staff, newId(), { ...role, until: until.toISOString() }, true);
  for (const { id, fromProvider, ...role } of inForce) {
    if (!fromProvider) continue;
    if (wanted.some((one) => same(one, role)) || !(await ended(ctx, id, now)))
      await sql(ctx.em, 'update staff_grant set until = $2 where id = $1', [id, until]);
  }
}

async function unitsAmong({ em }: Context, keys: readonly string[]): Promise<Set<string>> {
  const rows = keys.length ? await sql<{ key: string }>(em, 'select key from unit where key = any($1)', [keys]) : [];
  return new Set(rows.map(({ key }) => key));
}

/** Whether the grant could be ended: the city's last administrator's cannot. */
async function ended(ctx: Context, id: string, now: Date): Promise<boolean> {
  try {
    await savepoint(ctx, ({ em }) => sql(em, 'update staff_grant set ended_at = $2 where id = $1', [id, now]));
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'last-administrator') return false;
    throw error;
  }
}
