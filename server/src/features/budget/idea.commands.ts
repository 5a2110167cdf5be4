import { LockMode } from '@mikro-orm/core';
import type { IdeaHeldFor, JudgeIdea, ProposeIdea } from '@torilla/schema/budget/idea';
import { permits, type RoundPhase } from '@torilla/schema/budget/phases';
import { personalPartsOf } from '@torilla/schema/kernel/personalData';
import { isRude } from '@torilla/schema/kernel/rude';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { coverPersonal } from '../../kernel/cover.ts';
import { assertOfficerOf } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { District } from '../../platform/places/places.entity.ts';
import { forgetSealed } from '../../platform/inbox/forget-sealed.ts';
import { BudgetIdea } from './idea.entity.ts';
import { BudgetCategory, BudgetRound } from './round.entity.ts';

const WORDED = ['title', 'words', 'place'] as const;

/**
 * Takes an idea. Safe to send twice: the id was minted on the device; a newer revision replaces the older. What tells who somebody is or may offend is held for a
 * person, and so is what comes when ideas are no longer taken: a tablet may have been without a network.
 * @throws Problem `unknown-round` for one that nobody could read, `unknown-district`
 */
export const proposeIdea = command(
  'budget.propose',
  (_: ProposeIdea, id: string) => ({ type: 'BudgetIdea', id }),
  async (ctx, { roundId, categoryId, district, ...told }): Promise<string> => {
    const { em } = ctx;
    const { id, revision, receivedAt } = ctx.capture!;
    const round = await em.findOne(BudgetRound, { id: roundId });
    if (!round || round.phase === 'DRAFT') throw new Problem('unknown-round');
    const before = revision > 1 ? await em.findOne(BudgetIdea, { id }) : null;
    const heldFor = whyHeld(told, round.phase);
    const facts = {
      ...told,
      revision,
      round,
      place: told.place || null,
      category: categoryId ? await em.findOne(BudgetCategory, { id: categoryId, round: roundId }) : null,
      district: district ? em.getReference(District, district) : null,
      heldFor,
      // what was hidden is looked at again before it is shown
      state: heldFor || before?.state === 'HIDDEN' ? ('HELD' as const) : ('SHOWN' as const),
    };
    if (before) em.assign(before, { ...facts, coveredAt: null, judgedAt: null });
    else em.create(BudgetIdea, { id, ...facts, receivedAt });
    return id;
  },
);

const whyHeld = (told: Pick<ProposeIdea, (typeof WORDED)[number]>, phase: RoundPhase): IdeaHeldFor | null =>
  heldForWords(WORDED.flatMap((field) => told[field] ?? [])) ?? (permits(phase, 'propose') ? null : 'LATE');

/** What in words that everybody is to read makes a person look first. */
export function heldForWords(texts: readonly string[]): IdeaHeldFor | null {
  if (texts.some((text) => personalPartsOf(text).length)) return 'PERSONAL';
  return texts.some(isRude) ? 'RUDE' : null;
}

/**
 * Judges an idea: shown, shown with what tells who somebody is covered, or hidden; later otherwise. What was covered is kept nowhere, in the sealed text neither.
 * @throws Problem `not-found`, `forbidden` for another unit's officer
 */
export const judgeIdea = command(
  'budget.idea.judge',
  ({ id }: JudgeIdea) => ({ type: 'BudgetIdea', id }),
  async (ctx, { id, verdict }): Promise<string> => {
    const { em, actor, clock } = ctx;
    const idea = await em.findOne(BudgetIdea, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!idea) throw new Problem('not-found');
    assertOfficerOf(actor, (await em.findOneOrFail(BudgetRound, { id: idea.round.id })).unit.key);
    em.assign(idea, { state: verdict === 'HIDE' ? 'HIDDEN' : 'SHOWN', judgedAt: clock.now() });
    if (verdict === 'COVER') {
      for (const field of WORDED) {
        const text = idea[field];
        if (text) idea[field] = coverPersonal(text, idea.language);
      }
      idea.coveredAt = clock.now();
      await forgetSealed(ctx, [id]);
    }
    return id;
  },
);

/** Ideas that nobody was to read go with what was sealed of them. */
export async function purgeIdeas(ctx: Context, ids: readonly string[]): Promise<void> {
  await forgetSealed(ctx, ids);
  await sql(ctx.em, 'delete from budget_idea where id = any($1::uuid[])', [ids]);
}
