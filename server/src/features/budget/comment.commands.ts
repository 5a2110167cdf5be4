import { LockMode } from '@mikro-orm/core';
import type { JudgeComment, WriteComment } from '@torilla/schema/budget/comment';
import type { WriteRemark } from '@torilla/schema/budget/remark';
import { permits } from '@torilla/schema/budget/phases';
import { command } from '../../kernel/command.ts';
import { coverPersonal } from '../../kernel/cover.ts';
import { assertOfficerOf } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { Resident } from '../../platform/residents/residents.entity.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';
import { heldForWords } from './idea.commands.ts';
import { BudgetComment, BudgetIdea, BudgetRemark } from './idea.entity.ts';

const subject = ({ id }: { id: string }) => ({ type: 'BudgetComment', id });

/**
 * Says something of an idea, for everybody to read. What tells who somebody is or may offend is held for a person. Safe to send twice.
 * @throws Problem `not-found` for an idea that not everybody reads, `wrong-phase` once ideas are worked into projects, `already-exists` for an id that says something else
 */
export const writeComment = command('budget.comment', subject, async ({ em, actor, clock }, { id, ideaId, words, language }: WriteComment): Promise<string> => {
  const idea = await em.findOne(BudgetIdea, { id: ideaId, state: 'SHOWN' }, { populate: ['round'] });
  if (!idea) throw new Problem('not-found');
  const known = await em.findOne(BudgetComment, { id });
  if (known) {
    if (known.idea.id !== ideaId || known.resident?.id !== actor.id || known.words !== words) throw new Problem('already-exists');
    return ideaId;
  }
  if (!permits(idea.round.$.phase, 'support')) throw new Problem('wrong-phase');
  const heldFor = heldForWords([words]);
  em.create(BudgetComment, {
    id,
    idea,
    resident: em.getReference(Resident, actor.id!),
    words,
    language,
    state: heldFor ? 'HELD' : 'SHOWN',
    heldFor,
    writtenAt: clock.now(),
  });
  return ideaId;
});

/** Takes one's own comment back: it is gone. @throws Problem `not-found` for none, and for another's */
export const withdrawComment = command('budget.comment.withdraw', subject, async ({ em, actor }, { id }: { id: string }): Promise<string> => {
  const comment = await em.findOne(BudgetComment, { id, resident: actor.id! });
  if (!comment) throw new Problem('not-found');
  em.remove(comment);
  return comment.idea.id;
});

/**
 * Judges a comment: shown, shown with what tells who somebody is covered for good, or hidden.
 * @throws Problem `not-found`, `forbidden` for another unit's officer
 */
export const judgeComment = command('budget.comment.judge', subject, async ({ em, actor }, { id, verdict }: JudgeComment): Promise<string> => {
  const comment = await em.findOne(BudgetComment, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!comment) throw new Problem('not-found');
  const idea = await em.findOneOrFail(BudgetIdea, { id: comment.idea.id }, { populate: ['round'] });
  assertOfficerOf(actor, idea.round.$.unit.key);
  em.assign(comment, {
    state: verdict === 'HIDE' ? 'HIDDEN' : 'SHOWN',
    ...(verdict === 'COVER' && { words: coverPersonal(comment.words, comment.language) }),
  });
  return id;
});

/**
 * Writes a note about an idea that colleagues read, of whichever unit: a second opinion comes from another. Safe to send twice.
 * @throws Problem `not-found`, `already-exists` for an id that says something else
 */
export const writeRemark = command(
  'budget.remark',
  ({ ideaId }: WriteRemark) => ({ type: 'BudgetIdea', id: ideaId }),
  async (ctx, { id, ideaId, words }): Promise<string> => {
    const { em, actor, clock } = ctx;
    const idea = await em.findOne(BudgetIdea, { id: ideaId });
    if (!idea) throw new Problem('not-found');
    const known = await em.findOne(BudgetRemark, { id });
    if (known && (known.idea.id !== ideaId || known.words !== words || known.by.id !== actor.id)) throw new Problem('already-exists');
    if (!known) em.create(BudgetRemark, { id, idea, words, at: clock.now(), by: em.getReference(StaffMember, actor.id!) });
    return ideaId;
  },
);
