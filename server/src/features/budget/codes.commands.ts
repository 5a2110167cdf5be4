import { LockMode } from '@mikro-orm/core';
import type { MakeCodes } from '@torilla/schema/budget/codes';
import { permits } from '@torilla/schema/budget/phases';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { assertMay, assertOfficerOf } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { BudgetRound } from './round.entity.ts';
import { BudgetCodeBatch } from './vote.entity.ts';

/** A batch of codes, with how many there are and how many of them have been used. */
export interface CodeBatch {
  id: string;
  place: string;
  made: number;
  used: number;
  madeAt: Date;
  voidedAt: Date | null;
}

/** The batches of a round, the newest first. @throws Problem `forbidden` for whoever may make none */
export async function codeBatches({ em, actor }: Context, roundId: string): Promise<CodeBatch[]> {
  assertMay(actor, 'budget.codes.make');
  const round = await em.findOne(BudgetRound, { id: roundId });
  if (!round) return [];
  assertOfficerOf(actor, round.unit.key);
  const rows = await sql<Omit<CodeBatch, 'madeAt' | 'voidedAt'> & { madeAt: string; voidedAt: string | null }>(
    em,
    `select b.id, b.place, b.made_at as "madeAt", b.voided_at as "voidedAt", count(c.hash)::int as made, count(v.id)::int as used
    from budget_code_batch b join budget_code c on c.batch_id = b.id left join budget_voter v on v.round_id = b.round_id and v.person = c.hash
    where b.round_id = $1 group by b.id order by b.made_at desc, b.id`,
    [roundId],
  );
  return rows.map(({ madeAt, voidedAt, ...row }) => ({ ...row, madeAt: new Date(madeAt), voidedAt: voidedAt ? new Date(voidedAt) : null }));
}

/**
 * Puts the hashes of codes on record that somebody prints. Safe to send twice.
 * @throws Problem `not-found`, `forbidden` for another unit's officer, `wrong-phase` before the ballot is published and once voting is over, `bad-input` where
 * the round takes no codes, `already-exists` for one that is another batch's, or an id that says something else
 */
export const makeCodes = command(
  'budget.codes.make',
  ({ id }: MakeCodes) => ({ type: 'BudgetCodeBatch', id }),
  async (ctx, { id, roundId, place, hashes }): Promise<string> => {
    const { em, clock } = ctx;
    const round = await roundOf(ctx, roundId);
    if (!permits(round.phase, 'codes')) throw new Problem('wrong-phase');
    if (!round.proofs.includes('CODE')) throw new Problem('bad-input', { fields: ['roundId: takes-no-codes'] });
    const known = await em.findOne(BudgetCodeBatch, { id });
    if (!known) {
      em.create(BudgetCodeBatch, { id, round, place, madeAt: clock.now() });
      await em.flush();
      await sql(em, 'insert into budget_code (hash, batch_id) select unnest($1::text[]), $2', [hashes, id]);
      return roundId;
    }
    const theirs = await sql<{ hash: string }>(em, 'select hash from budget_code where batch_id = $1', [id]);
    if (known.place !== place || theirs.length !== hashes.length || theirs.some(({ hash }) => !hashes.includes(hash))) throw new Problem('already-exists');
    return roundId;
  },
);

/**
 * Makes what is left of a batch good for nothing, as when a bundle was lost; what was voted by it stands. Safe to send twice.
 * @throws Problem `not-found`, `forbidden` for another unit's officer
 */
export const voidCodes = command(
  'budget.codes.void',
  ({ id }: { id: string }) => ({ type: 'BudgetCodeBatch', id }),
  async (ctx, { id }): Promise<string> => {
    const batch = await ctx.em.findOne(BudgetCodeBatch, { id });
    if (!batch) throw new Problem('not-found');
    await roundOf(ctx, batch.round.id);
    batch.voidedAt ??= ctx.clock.now();
    return batch.round.id;
  },
);

async function roundOf({ em, actor }: Context, id: string): Promise<BudgetRound> {
  const round = await em.findOne(BudgetRound, { id }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (!round) throw new Problem('not-found');
  assertOfficerOf(actor, round.unit.key);
  return round;
}
