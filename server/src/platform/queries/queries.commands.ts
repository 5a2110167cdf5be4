import { LockMode } from '@mikro-orm/core';
import type { SaveQuery } from '@torilla/schema/queries/queries';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { SavedQuery } from './queries.entity.ts';

const subject = ({ id }: { id: string }) => ({ type: 'SavedQuery', id });

/**
 * Keeps a question, or what it says from now on. Safe to send twice.
 * @throws Problem `newer-revision` when it was changed meanwhile, `not-found` when it was removed or is another's own, `forbidden` when it is another's
 */
export const saveQuery = command('query.save', subject, async (ctx, { id, basedOn, ...words }: SaveQuery) => {
  const { em, actor, clock } = ctx;
  const known = await em.findOne(SavedQuery, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!known) {
    if (basedOn > 0) throw new Problem('not-found');
    em.create(SavedQuery, { id, revision: 1, ...words, changedAt: clock.now(), owner: em.getReference(StaffMember, actor.id!) });
    return id;
  }
  assertOwn(ctx, known);
  const saysSo = (Object.keys(words) as (keyof typeof words)[]).every((key) => known[key] === words[key]);
  if (saysSo && known.revision === basedOn + 1) return id;
  if (known.revision !== basedOn) throw new Problem('newer-revision');
  em.assign(known, { ...words, revision: basedOn + 1, changedAt: clock.now() });
  return id;
});

/** Removes one. @throws Problem `not-found`, `forbidden` when it is another's */
export const removeQuery = command('query.remove', subject, async (ctx, { id }: { id: string }) => {
  const known = await ctx.em.findOne(SavedQuery, { id });
  if (!known) throw new Problem('not-found');
  assertOwn(ctx, known);
  ctx.em.remove(known);
  return id;
});

// what is shared an administrator may mend too; what is not, is nobody else's
function assertOwn({ actor }: Context, { owner, shared }: SavedQuery): void {
  if (owner.id === actor.id) return;
  if (!shared) throw new Problem('not-found');
  if (!actor.roles.includes('ADMINISTRATOR')) throw new Problem('forbidden');
}
