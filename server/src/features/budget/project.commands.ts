import { LockMode } from '@mikro-orm/core';
import { permits, type RoundAct } from '@torilla/schema/budget/phases';
import type { DeclineIdea, SaveProject, WithdrawProject } from '@torilla/schema/budget/project';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { assertOfficerOf } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { District } from '../../platform/places/places.entity.ts';
import { Unit } from '../../platform/plan/unit.entity.ts';
import { tellOfIdea, tellOfProject } from './follow.commands.ts';
import { BudgetIdea, BudgetProject } from './idea.entity.ts';
import { BudgetArea, BudgetCategory, BudgetRound } from './round.entity.ts';

const subject = ({ id }: { id: string }) => ({ type: 'BudgetProject', id });

/**
 * The round, held in its phase until the work is done.
 * @throws Problem `not-found`, `forbidden` for another unit's officer, `round-settled` where its phase does not permit it
 */
async function roundFor({ em, actor }: Context, id: string, act: RoundAct): Promise<BudgetRound> {
  const round = await em.findOne(BudgetRound, { id }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (!round) throw new Problem('not-found');
  assertOfficerOf(actor, round.unit.key);
  if (!permits(round.phase, act)) throw new Problem('round-settled');
  return round;
}

const unknown = (field: string): Problem => new Problem('bad-input', { fields: [`${field}: unknown`] });

/**
 * Begins a project, or changes it, until the ballot is published. An idea that was declined and is part of it now is declined no longer.
 * @throws Problem as `roundFor`; `newer-revision` where somebody changed it meanwhile; `bad-input` for an area, a category or an idea that the round does not have,
 * for a cost before costs are worked out, and for one that is more than the area has; `unknown-unit`, `unknown-district`
 */
export const saveProject = command('budget.project.save', subject, async (ctx, input: SaveProject): Promise<string> => {
  const { em, clock } = ctx;
  const { id, basedOn, roundId, areaId, categoryId, unit, district, ideaIds, place, leastCents, mostCents, costCents, ...told } = input;
  const known = await em.findOne(BudgetProject, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['ideas'] });
  const round = await roundFor(ctx, known?.round.id ?? roundId, 'screen');
  if (known && basedOn == null) return id;
  if (known && known.revision !== basedOn) throw new Problem('newer-revision');
  const area = await em.findOne(BudgetArea, { id: areaId, round: round.id });
  if (!area) throw unknown('areaId');
  const category = categoryId ? await em.findOne(BudgetCategory, { id: categoryId, round: round.id }) : null;
  if (categoryId && !category) throw unknown('categoryId');
  const ideas = await em.find(BudgetIdea, { id: { $in: ideaIds }, round: round.id });
  if (ideas.length !== ideaIds.length) throw unknown('ideaIds');
  // what was worked out before a round went back a step stays
  if (costCents != null && costCents !== known?.costCents && !permits(round.phase, 'cost'))
    throw new Problem('bad-input', { fields: ['costCents: too-early'] });
  if (costCents != null && costCents > area.budgetCents) throw new Problem('bad-input', { fields: ['costCents: over-budget'] });
  const facts = {
    ...told,
    area,
    category,
    unit: unit ? em.getReference(Unit, unit) : null,
    district: district ? em.getReference(District, district) : null,
    place: place || null,
    leastCents: leastCents ?? null,
    mostCents: mostCents ?? null,
    costCents: costCents ?? null,
  };
  const project = known
    ? em.assign(known, { ...facts, revision: known.revision + 1 })
    : em.create(BudgetProject, { id, round, ...facts, createdAt: clock.now() });
  project.ideas.set(ideas);
  for (const idea of ideas) em.assign(idea, { declinedWhy: null, declinedAt: null });
  return id;
});

/** Lays a project aside before the ballot is published; its ideas are free again, and its pictures go. @throws Problem as `roundFor` */
export const dropProject = command('budget.project.drop', subject, async (ctx, { id }: { id: string }): Promise<string> => {
  const project = await ctx.em.findOne(BudgetProject, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!project) throw new Problem('not-found');
  await roundFor(ctx, project.round.id, 'screen');
  await sql(ctx.em, 'delete from picture where id in (select picture_id from budget_project_pictures where budget_project_id = $1)', [id]);
  ctx.em.remove(project);
  return id;
});

/**
 * Takes a project that cannot be carried out after all from the published ballot. It stays to be read, with the reason.
 * @throws Problem as `roundFor`
 */
export const withdrawProject = command('budget.project.withdraw', subject, async (ctx, { id, why }: WithdrawProject): Promise<string> => {
  const { em, clock } = ctx;
  const project = await em.findOne(BudgetProject, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!project) throw new Problem('not-found');
  await roundFor(ctx, project.round.id, 'withdraw');
  if (project.withdrawnAt) return id;
  em.assign(project, { withdrawnWhy: why, withdrawnAt: clock.now(), revision: project.revision + 1 });
  await tellOfProject(ctx, 'WITHDRAWN', id);
  return id;
});

/**
 * Says that an idea will not be voted on, and why; or takes that back.
 * @throws Problem as `roundFor`, `still-in-use` where it is part of a project
 */
export const declineIdea = command(
  'budget.idea.decline',
  ({ id }: DeclineIdea) => ({ type: 'BudgetIdea', id }),
  async (ctx, { id, why }): Promise<string> => {
    const { em, clock } = ctx;
    const idea = await em.findOne(BudgetIdea, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!idea) throw new Problem('not-found');
    await roundFor(ctx, idea.round.id, 'screen');
    if (why && (await em.count(BudgetProject, { ideas: id }))) throw new Problem('still-in-use');
    const isNews = why && !idea.declinedAt;
    em.assign(idea, { declinedWhy: why, declinedAt: why && clock.now() });
    if (isNews) await tellOfIdea(ctx, 'DECLINED', id);
    return id;
  },
);

/**
 * What keeps a ballot from being published: it has no project, or one whose cost is not known or is more than its area has.
 * @throws Problem `ballot-not-ready` with how many `projects` there are and how many of them are `unready`
 */
export async function assertBallotReady({ em }: Context, round: BudgetRound): Promise<void> {
  const projects = await em.find(BudgetProject, { round: round.id }, { populate: ['area'] });
  const unready = projects.filter(({ costCents, area }) => costCents == null || costCents > area.$.budgetCents).length;
  if (!projects.length || unready) throw new Problem('ballot-not-ready', { projects: projects.length, unready });
}
