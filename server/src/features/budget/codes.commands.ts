import { LockMode } from '@mikro-orm/core';
import { CLASS_MINUTES } from '@torilla/schema/budget/classCode';
import { voterCodeHash } from '@torilla/schema/budget/code';
import type { MakeCodes, OpenClass } from '@torilla/schema/budget/codes';
import { permits } from '@torilla/schema/budget/phases';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { assertMay, assertOfficerOf } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { BudgetRound } from './round.entity.ts';
import { openRound } from './vote.commands.ts';
import { BudgetCodeBatch } from './vote.entity.ts';

/** A batch of codes, with how many there are and how many of them have been used. */
export interface CodeBatch {
  id: string;
  place: string;
  made: number;
  used: number;
  madeAt: Date;
  voidedAt: Date | null;
  isClass: boolean;
}

/** The batches of a round, the newest first. @throws Problem `forbidden` for whoever may make none */
export async function codeBatches({ em, actor }: Context, roundId: string): Promise<CodeBatch[]> {
  assertMay(actor, 'budget.codes.make');
  const round = await em.findOne(BudgetRound, { id: roundId });
  if (!round) return [];
  assertOfficerOf(actor, round.unit.key);
  const rows = await sql<Omit<CodeBatch, 'madeAt' | 'voidedAt'> & { madeAt: string; voidedAt: string | null }>(
    em,
    `select b.id, b.place, b.made_at as "madeAt", b.voided_at as "voidedAt", b.teacher_hash is not null as "isClass", count(c.hash)::int as made, count(v.id)::int as used
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
  async (ctx, { id, roundId, place, hashes, class: ofClass }): Promise<string> => {
    const { em, clock } = ctx;
    const round = await roundOf(ctx, roundId);
    if (!permits(round.phase, 'codes')) throw new Problem('wrong-phase');
    if (!round.proofs.includes('CODE')) throw new Problem('bad-input', { fields: ['roundId: takes-no-codes'] });
    const known = await em.findOne(BudgetCodeBatch, { id });
    if (!known) {
      em.create(BudgetCodeBatch, { id, round, place, madeAt: clock.now(), ...ofClass });
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

/** A class at school: how many seats it has, how many of them have been voted by, and until when it votes. */
export interface VotingClass {
  place: string;
  seats: number;
  used: number;
  openUntil: Date | null;
}

/** The class of its teacher's code, or of its pupils'; null for any other. */
export async function votingClass({ em }: Context, roundId: string, code: string): Promise<VotingClass | null> {
  const [row] = await sql<Omit<VotingClass, 'openUntil'> & { openUntil: string | null }>(
    em,
    `select b.place, b.open_until as "openUntil", count(c.hash)::int as seats, count(v.id)::int as used
    from budget_code_batch b join budget_code c on c.batch_id = b.id left join budget_voter v on v.round_id = b.round_id and v.person = c.hash
    where b.round_id = $1 and $2 in (b.teacher_hash, b.pupils_hash) and b.voided_at is null group by b.id`,
    [roundId, await voterCodeHash(roundId, code)],
  );
  return row ? { ...row, openUntil: row.openUntil ? new Date(row.openUntil) : null } : null;
}

/**
 * Has a class vote from now on, for as long as a class does, or ends it. Whoever has its teacher's code; that of the pupils does not do.
 * @throws Problem `not-found` for no such code, and for a class whose codes were made good for nothing, `voting-closed`
 */
export const openClass = command(
  'budget.class.open',
  ({ roundId }: OpenClass) => ({ type: 'BudgetRound', id: roundId }),
  async (ctx, { roundId, code, on }): Promise<string> => {
    const { em, clock } = ctx;
    const batch = await em.findOne(BudgetCodeBatch, { round: roundId, teacherHash: await voterCodeHash(roundId, code), voidedAt: null });
    if (!batch) throw new Problem('not-found');
    if (on) await openRound(ctx, roundId, clock.now());
    batch.openUntil = new Date(clock.now().getTime() + (on ? CLASS_MINUTES * 60_000 : 0));
    return code;
  },
);

async function roundOf({ em, actor }: Context, id: string): Promise<BudgetRound> {
  const round = await em.findOne(BudgetRound, { id }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (!round) throw new Problem('not-found');
  assertOfficerOf(actor, round.unit.key);
  return round;
}
