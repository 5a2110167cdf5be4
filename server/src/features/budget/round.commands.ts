import { LockMode } from '@mikro-orm/core';
import { randomBytes } from 'node:crypto';
import { permits, roundLife } from '@torilla/schema/budget/phases';
import type { MoveRound, SaveRound } from '@torilla/schema/budget/round';
import { command } from '../../kernel/command.ts';
import { assertOfficerOf } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { District } from '../../platform/places/places.entity.ts';
import { Measure } from '../../platform/plan/plan.entity.ts';
import { Unit } from '../../platform/plan/unit.entity.ts';
import { assertCounted } from './count.commands.ts';
import { tellOfBallot } from './follow.commands.ts';
import { assertBallotReady } from './project.commands.ts';
import { BudgetArea, BudgetCategory, BudgetRound } from './round.entity.ts';
import { lastBallotAt, shuffleBallots, turnoutOf } from './vote.commands.ts';

const subject = ({ id }: { id: string }) => ({ type: 'BudgetRound', id });

/**
 * Begins a round, or changes it, until its ballot is published: what is voted on and how it is counted is settled then.
 * @throws Problem `forbidden` for another unit's officer, `newer-revision` where somebody changed it meanwhile, `round-settled`, `already-exists` for an area or
 * a category of another round, `unknown-unit`, `unknown-measure`, `unknown-district`
 */
export const saveRound = command('budget.save', subject, async (ctx, input: SaveRound): Promise<string> => {
  const { em, actor, clock } = ctx;
  const { id, basedOn, unit, measureIds, areas, categories, votingOpensAt, votingClosesAt, ...told } = input;
  assertOfficerOf(actor, unit);
  const known = await em.findOne(BudgetRound, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (known && basedOn == null) return id;
  if (known) {
    assertOfficerOf(actor, known.unit.key);
    if (known.revision !== basedOn) throw new Problem('newer-revision');
    if (!permits(known.phase, 'plan')) throw new Problem('round-settled');
    await em.populate(known, ['measures', 'areas.districts', 'categories']);
  }
  const facts = {
    ...told,
    unit: em.getReference(Unit, unit),
    about: told.about ?? null,
    leastAge: told.leastAge ?? null,
    mostAge: told.mostAge ?? null,
    votingOpensAt: votingOpensAt ? new Date(votingOpensAt) : null,
    votingClosesAt: votingClosesAt ? new Date(votingClosesAt) : null,
    graceHours: told.graceHours ?? 0,
  };
  const round = known ? em.assign(known, { ...facts, revision: known.revision + 1 }) : em.create(BudgetRound, { id, ...facts, createdAt: clock.now() });
  round.measures.set(measureIds.map((measure) => em.getReference(Measure, measure)));
  const areasBefore = new Map(round.areas.getItems().map((area) => [area.id, area]));
  round.areas.set(
    areas.map(({ id: areaId, districts, ...area }, position) => {
      const before = areasBefore.get(areaId);
      const one = before ? em.assign(before, { ...area, position }) : em.create(BudgetArea, { id: areaId, round, ...area, position });
      one.districts.set(districts.map((district) => em.getReference(District, district)));
      return one;
    }),
  );
  const categoriesBefore = new Map(round.categories.getItems().map((category) => [category.id, category]));
  round.categories.set(
    categories.map(({ id: categoryId, name }, position) => {
      const before = categoriesBefore.get(categoryId);
      return before ? em.assign(before, { name, position }) : em.create(BudgetCategory, { id: categoryId, round, name, position });
    }),
  );
  return id;
});

/**
 * Moves a round to the phase that follows. When its ballot is published, the order is drawn in which the count takes projects that nothing else decides between.
 * @throws Problem `not-found`, `forbidden`, `newer-revision`, `wrong-phase` for one that does not follow, `bad-input` where the times of voting are not known
 * yet or have passed, `ballot-not-ready` as `assertBallotReady`,
 * `not-counted` as `assertCounted`
 */
export const moveRound = command('budget.move', subject, async (ctx, { id, basedOn, to }: MoveRound): Promise<string> => {
  const { em, actor, clock } = ctx;
  const round = await em.findOne(BudgetRound, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!round) throw new Problem('not-found');
  assertOfficerOf(actor, round.unit.key);
  // what is sent twice is one move
  if (round.phase === to && round.revision === basedOn + 1) return id;
  if (round.revision !== basedOn) throw new Problem('newer-revision');
  if (!roundLife.can(round.phase, to)) throw new Problem('wrong-phase');
  const { votingOpensAt, votingClosesAt } = round;
  if (to === 'BALLOT') {
    if (!votingOpensAt || !votingClosesAt) throw new Problem('bad-input', { fields: ['votingClosesAt: missing'] });
    if (votingClosesAt <= clock.now()) throw new Problem('bad-input', { fields: ['votingClosesAt: passed'] });
    await assertBallotReady(ctx, round);
    round.tieSeed = randomBytes(32).toString('hex');
  }
  // nobody's vote is cut off, nor that of whoever voted where there was no network
  if (to === 'COUNTING' && lastBallotAt(round) > clock.now()) throw new Problem('wrong-phase');
  if (to === 'CONFIRMED') {
    await assertCounted(ctx, round);
    round.turnout = await turnoutOf(ctx, id);
  }
  // nobody votes any more, and nothing is to tell when each did
  if (to === 'COUNTING') await shuffleBallots(ctx, id);
  em.assign(round, { phase: to, revision: round.revision + 1 });
  if (to === 'BALLOT') await tellOfBallot(ctx, 'ON_BALLOT', id);
  if (to === 'CONFIRMED') await tellOfBallot(ctx, 'RESULT', id);
  return id;
});

/** Lays a draft aside for good. @throws Problem `not-found`, `forbidden`, `still-in-use` once residents could read it */
export const discardRound = command('budget.discard', subject, async ({ em, actor }, { id }: { id: string }): Promise<string> => {
  const round = await em.findOne(BudgetRound, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!round) throw new Problem('not-found');
  assertOfficerOf(actor, round.unit.key);
  if (round.phase !== 'DRAFT') throw new Problem('still-in-use');
  em.remove(round);
  return id;
});
