import { LockMode } from '@mikro-orm/core';
import { createHash } from 'node:crypto';
import type { Choice } from '@torilla/schema/budget/ballot';
import { pbOf, recount } from '@torilla/schema/budget/count/record';
import { permits } from '@torilla/schema/budget/phases';
import { newId } from '@torilla/schema/kernel/id';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { assertOfficerOf } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { hamina } from '../../platform/municipality/hamina.ts';
import { BudgetCount } from './count.entity.ts';
import { BudgetProject } from './idea.entity.ts';
import { assertPaperSigned } from './paper.commands.ts';
import { BudgetArea, BudgetRound } from './round.entity.ts';

/**
 * Counts the ballots of a round, each area's by itself, from the file that is published with the result. Counted again before the result is confirmed it is made
 * anew, and comes to the same.
 * @throws Problem `not-found`, `forbidden` for another unit's officer, `wrong-phase` unless votes are being counted, `paper-not-ready` as `assertPaperSigned`
 */
export const countRound = command(
  'budget.count',
  ({ id }: { id: string }) => ({ type: 'BudgetRound', id }),
  async (ctx, { id }): Promise<string> => {
    const { em, actor } = ctx;
    const round = await em.findOne(BudgetRound, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!round) throw new Problem('not-found');
    assertOfficerOf(actor, round.unit.key);
    if (!permits(round.phase, 'count')) throw new Problem('wrong-phase');
    await assertPaperSigned(ctx, round);
    await countAreas(ctx, round);
    return id;
  },
);

/** Counts each area's ballots; the counts that were there go. */
export async function countAreas(ctx: Context, round: BudgetRound): Promise<void> {
  const { em, clock } = ctx;
  await em.nativeDelete(BudgetCount, { round: round.id });
  for (const area of await em.find(BudgetArea, { round: round.id }, { orderBy: { position: 'asc' } })) {
    const ballots = await ballotsOf(ctx, area);
    const file = await fileOf(ctx, round, area, ballots);
    const bytes = new TextEncoder().encode(file);
    const { winners, cost, projects } = await recount(bytes, round.count, { steps: round.tieSteps, end: 'DRAWN', seed: round.tieSeed! });
    em.create(BudgetCount, {
      id: newId(),
      round,
      area,
      file,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      voters: ballots.length,
      winners,
      costCents: cost,
      accounts: projects,
      countedAt: clock.now(),
    });
  }
}

const ballotsOf = async ({ em }: Context, { id }: BudgetArea): Promise<Choice[][]> =>
  (await sql<{ choices: Choice[] }>(em, 'select choices from budget_ballot where area_id = $1', [id])).map(({ choices }) => choices);

async function fileOf({ em }: Context, round: BudgetRound, area: BudgetArea, ballots: readonly Choice[][]): Promise<string> {
  const projects = await em.find(BudgetProject, { area: area.id, withdrawnAt: null });
  const known = new Set(projects.map(({ id }) => id));
  return pbOf({
    city: hamina.name.fi,
    year: round.year,
    area: area.name.fi,
    budgetCents: area.budgetCents,
    ballot: round.ballot,
    projects: projects.map(({ id, title, costCents, place }) => ({ id, name: title.fi, costCents: costCents!, place })),
    // a project that was withdrawn after somebody had voted for it is counted for nobody; the rest of their ballot stands
    ballots: ballots.map((choices) => choices.filter(({ id }) => known.has(id))),
  });
}

/** @throws Problem `not-counted` where the ballots of an area have not been counted */
export async function assertCounted({ em }: Context, round: BudgetRound): Promise<void> {
  if ((await em.count(BudgetCount, { round: round.id })) < (await em.count(BudgetArea, { round: round.id }))) throw new Problem('not-counted');
}
