import { MAX_CHILDREN, ownAccountFrom, type AddChild } from '@torilla/schema/residents/residents';
import { newId } from '@torilla/schema/kernel/id';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { yearAt } from './age.ts';
import { endConsents, noteConsent } from './consents.ts';
import { Child } from './residents.entity.ts';

/** @throws Problem `child-of-age` for one who has an account of their own by now */
function assertUnderAge({ clock }: Context, birthYear: number): void {
  if (yearAt(clock.now()) >= ownAccountFrom(birthYear)) throw new Problem('child-of-age');
}

/** A child comes into a guardian's account. @throws Problem `bad-input`, `child-of-age`, `too-many-children`, `already-exists` */
export const addChild = command(
  'residents.child.add',
  (_: AddChild, id: string) => ({ type: 'Child', id }),
  async (ctx, { firstName, birthYear, consent }) => {
    const { em, actor, clock } = ctx;
    if (birthYear > yearAt(clock.now())) throw new Problem('bad-input', { fields: ['birthYear: too_big'] });
    assertUnderAge(ctx, birthYear);
    // one after another, so that each finds a place of its own
    await sql(em, 'select from resident where id = $1 for update', [actor.id]);
    const id = newId();
    const added = await sql(
      em,
      `insert into child (id, guardian_id, place, first_name, birth_year, created_at)
      select $1, $2, place, $3, $4, $5 from generate_series(1, ${MAX_CHILDREN}) place
      where not exists (select from child c where c.guardian_id = $2 and c.place = place.place) order by place limit 1 returning 1`,
      [id, actor.id, firstName, birthYear, clock.now()],
    );
    if (!added.length) throw new Problem('too-many-children', { most: MAX_CHILDREN });
    await noteConsent(ctx, { resident: actor.id!, purpose: 'CHILD', subjectId: id, text: consent, givenAt: clock.now() });
    return id;
  },
);

/** Children leave the accounts that they are in; what they said stays there. */
export async function letGo(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql(ctx.em, 'delete from child where id = any($1::uuid[])', [ids]);
  await endConsents(ctx, 'CHILD', ids);
}

/** A child leaves a guardian's account; what the child said stays there. @throws Problem `not-found` */
export const removeChild = command(
  'residents.child.remove',
  ({ id }: { id: string }) => ({ type: 'Child', id }),
  async (ctx, { id }) => {
    if (!(await ctx.em.count(Child, { id, guardian: ctx.actor.id! }))) throw new Problem('not-found');
    await letGo(ctx, [id]);
    return id;
  },
);

/** Whether the resident who acts may act for a child. @throws Problem `not-found` when it is not in their account, `child-of-age` */
export async function assertActsFor(ctx: Context, childId: string): Promise<void> {
  const child = await ctx.em.findOne(Child, { id: childId, guardian: ctx.actor.id! });
  if (!child) throw new Problem('not-found');
  assertUnderAge(ctx, child.birthYear);
}
