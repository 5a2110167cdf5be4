import { LockMode } from '@mikro-orm/core';
import { createHash, randomUUID } from 'node:crypto';
import type { Choice } from '@torilla/schema/budget/ballot';
import type { EnterSheet, SavePaperBatch, SheetVerdict } from '@torilla/schema/budget/paper';
import { permits } from '@torilla/schema/budget/phases';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { assertMay, assertOfficerOf } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';
import { BudgetCount } from './count.entity.ts';
import { BudgetPaperBatch, type SheetHand } from './paper.entity.ts';
import { BudgetArea, BudgetRound } from './round.entity.ts';
import { assertWhole, ballotText, putInUrn } from './vote.commands.ts';

/** A sheet as somebody read it. */
export interface Sheet {
  number: number;
  verdict: SheetVerdict;
  choices: Choice[];
}

/** A sheet that was read in two ways, and what it was settled to be. */
export interface Difference {
  number: number;
  first: Sheet;
  second: Sheet;
  settled: Sheet | null;
}

/** A bundle as whoever asks may see it: what the other of the two read, only once both are through. */
export interface PaperBatch {
  id: string;
  areaId: string;
  place: string;
  sheets: number;
  madeAt: Date;
  firstBy: string | null;
  secondBy: string | null;
  entered: number[];
  hand: SheetHand | null;
  mine: Sheet[];
  differences: Difference[];
  votes: number;
  blank: number;
  spoiled: number;
  signedAt: Date | null;
  sha256: string | null;
}

type Read = Sheet & { hand: SheetHand };

/** The bundles of a round, the newest first. @throws Problem `forbidden` for another unit's officer */
export async function paperBatches(ctx: Context, roundId: string): Promise<PaperBatch[]> {
  const { em, actor } = ctx;
  assertMay(actor, 'budget.paper.enter');
  const round = await em.findOne(BudgetRound, { id: roundId });
  if (!round) return [];
  assertOfficerOf(actor, round.unit.key);
  const batches = await em.find(BudgetPaperBatch, { round: roundId }, { orderBy: { madeAt: 'desc', id: 'asc' }, populate: ['first', 'second'] });
  return Promise.all(batches.map((batch) => seenBy(ctx, batch)));
}

/** One of them; null for none. @throws Problem `forbidden` for another unit's officer */
export async function paperBatch(ctx: Context, id: string): Promise<PaperBatch | null> {
  const { em, actor } = ctx;
  assertMay(actor, 'budget.paper.enter');
  const batch = await em.findOne(BudgetPaperBatch, { id }, { populate: ['first', 'second', 'round'] });
  if (!batch) return null;
  assertOfficerOf(actor, batch.round.unwrap().unit.key);
  return seenBy(ctx, batch);
}

async function seenBy(ctx: Context, batch: BudgetPaperBatch): Promise<PaperBatch> {
  const read = await sheetsOf(ctx, batch.id);
  const by = (hand: SheetHand) => read.filter((sheet) => sheet.hand === hand);
  const [one, two] = [by('FIRST'), by('SECOND')];
  const hand = handOf(batch, ctx.actor.id);
  const final = isThrough(batch, read) ? settle(read) : null;
  const count = (verdict: SheetVerdict): number => final?.sheets.filter((sheet) => sheet.verdict === verdict).length ?? 0;
  return {
    id: batch.id,
    areaId: batch.area.id,
    place: batch.place,
    sheets: batch.sheets,
    madeAt: batch.madeAt,
    firstBy: batch.first?.unwrap().displayName ?? null,
    secondBy: batch.second?.unwrap().displayName ?? null,
    entered: [one.length, two.length],
    hand,
    mine: hand ? by(hand) : [],
    differences: final?.differences ?? [],
    votes: count('VOTE'),
    blank: count('BLANK'),
    spoiled: count('SPOILED'),
    signedAt: batch.signedAt ?? null,
    sha256: batch.sha256 ?? null,
  };
}

const sheetsOf = ({ em }: Context, batchId: string): Promise<Read[]> =>
  sql(em, 'select number, hand, verdict, choices from budget_paper_sheet where batch_id = $1 order by number', [batchId]);

/** Whose turn it is, of the two who enter a bundle; null for a third person. */
function handOf({ first, second }: BudgetPaperBatch, id: string | null): 'FIRST' | 'SECOND' | null {
  if (!first || first.id === id) return 'FIRST';
  return !second || second.id === id ? 'SECOND' : null;
}

const isThrough = ({ sheets }: BudgetPaperBatch, read: readonly Read[]): boolean =>
  (['FIRST', 'SECOND'] as const).every((hand) => read.filter((sheet) => sheet.hand === hand).length === sheets);

/** What the bundle comes to: each sheet as both read it, or as it was settled; and those that were read in two ways. */
function settle(read: readonly Read[]): { sheets: Sheet[]; differences: Difference[]; open: number } {
  const differences: Difference[] = [];
  const sheets: Sheet[] = [];
  const known = new Map(read.map(({ hand, ...sheet }) => [`${hand} ${sheet.number}`, sheet]));
  const of = (number: number, hand: SheetHand): Sheet | null => known.get(`${hand} ${number}`) ?? null;
  for (const { number } of read.filter(({ hand }) => hand === 'FIRST')) {
    const [first, second, settled] = [of(number, 'FIRST')!, of(number, 'SECOND')!, of(number, 'SETTLED')];
    if (JSON.stringify(first) === JSON.stringify(second)) sheets.push(first);
    else {
      differences.push({ number, first, second, settled });
      if (settled) sheets.push(settled);
    }
  }
  return { sheets, differences, open: differences.filter(({ settled }) => !settled).length };
}

/**
 * Begins a bundle, or changes where it is from and how many sheets it has, until it is signed. Safe to send twice.
 * @throws Problem `not-found`, `forbidden` for another unit's officer, `wrong-phase` unless votes are taken or counted, `paper-signed`, `bad-input` for an area
 * of another round, and fewer sheets than have been entered
 */
export const savePaperBatch = command('budget.paper.save', ofBatch, async (ctx, { id, roundId, areaId, place, sheets }: SavePaperBatch): Promise<string> => {
  const { em, clock } = ctx;
  await openRound(ctx, roundId);
  const known = await em.findOne(BudgetPaperBatch, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!known) {
    const area = await em.findOne(BudgetArea, { id: areaId, round: roundId });
    if (!area) throw new Problem('bad-input', { fields: ['areaId: unknown'] });
    em.create(BudgetPaperBatch, { id, round: roundId, area, place, sheets, madeAt: clock.now() });
    return id;
  }
  if (known.round.id !== roundId || known.area.id !== areaId) throw new Problem('already-exists');
  if (known.signedAt) throw new Problem('paper-signed');
  if ((await sheetsOf(ctx, id)).some(({ number }) => number > sheets)) throw new Problem('bad-input', { fields: ['sheets: fewer-than-entered'] });
  em.assign(known, { place, sheets });
  return id;
});

/** Lays a bundle aside that was not signed, with all that was entered. @throws Problem `not-found`, `forbidden`, `paper-signed` */
export const dropPaperBatch = command('budget.paper.drop', ofBatch, async (ctx, { id }: { id: string }): Promise<string> => {
  const { batch } = await openBatch(ctx, id);
  ctx.em.remove(batch);
  return id;
});

/**
 * Puts down what is on a sheet. Two people enter each bundle, whoever comes first and whoever comes second; entered anew it is what was entered last.
 * @throws Problem `not-found`, `forbidden`, `wrong-phase`, `paper-signed`, `paper-taken` for a third person, `bad-input` for a sheet that the bundle does not
 * have, and a vote that is none by the round's rule
 */
export const enterSheet = command('budget.paper.enter', ofSheet, async (ctx, input: EnterSheet): Promise<string> => {
  const { em, actor } = ctx;
  const { batch, round } = await openBatch(ctx, input.batchId);
  const hand = handOf(batch, actor.id);
  if (!hand) throw new Problem('paper-taken');
  const who = hand === 'FIRST' ? 'first' : 'second';
  if (!batch[who]) em.assign(batch, { [who]: em.getReference(StaffMember, actor.id!) });
  await em.flush();
  await write(ctx, batch, round, hand, input);
  return batch.id;
});

/**
 * Says what is on a sheet that was read in two ways, once both are through.
 * @throws Problem as `enterSheet`, and `paper-not-ready` where the two do not differ, or are not through
 */
export const settleSheet = command('budget.paper.settle', ofSheet, async (ctx, input: EnterSheet): Promise<string> => {
  const { batch, round } = await openBatch(ctx, input.batchId);
  const read = await sheetsOf(ctx, batch.id);
  if (!isThrough(batch, read) || !settle(read).differences.some(({ number }) => number === input.number)) throw new Problem('paper-not-ready');
  await write(ctx, batch, round, 'SETTLED', input);
  return batch.id;
});

async function write(ctx: Context, batch: BudgetPaperBatch, round: BudgetRound, hand: SheetHand, { number, verdict, choices }: EnterSheet): Promise<void> {
  if (number > batch.sheets) throw new Problem('bad-input', { fields: ['number: no-such-sheet'] });
  if (verdict === 'VOTE') await assertWhole(ctx, round, batch.area.id, choices, 'PAPER');
  // in which order somebody typed them says nothing, unless it is the voter's
  const kept = round.ballot.kind === 'RANKING' ? choices : choices.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await sql(
    ctx.em,
    `insert into budget_paper_sheet (id, batch_id, number, hand, verdict, choices) values (gen_random_uuid(), $1, $2, $3, $4, $5)
    on conflict on constraint budget_paper_sheet_once do update set verdict = excluded.verdict, choices = excluded.choices`,
    [batch.id, number, hand, verdict, ballotText(kept)],
  );
  // what was settled was settled between two readings, of which one is another now
  if (hand !== 'SETTLED') await sql(ctx.em, `delete from budget_paper_sheet where batch_id = $1 and number = $2 and hand = 'SETTLED'`, [batch.id, number]);
}

/**
 * Signs a bundle: its votes are in the urn from then on, in an order that is drawn, and nothing of it changes. Safe to send twice. A count that was made before is
 * made anew.
 * @throws Problem `not-found`, `forbidden`, `wrong-phase`, `paper-not-ready` with how many sheets are missing and how many differ
 */
export const signPaperBatch = command('budget.paper.sign', ofBatch, async (ctx, { id }: { id: string }): Promise<string> => {
  const { em, actor, clock } = ctx;
  const found = await em.findOne(BudgetPaperBatch, { id });
  if (found?.signedAt) {
    assertOfficerOf(actor, (await em.findOneOrFail(BudgetRound, { id: found.round.id })).unit.key);
    return id;
  }
  const { batch, round } = await openBatch(ctx, id);
  const read = await sheetsOf(ctx, id);
  const missing = 2 * batch.sheets - read.filter(({ hand }) => hand !== 'SETTLED').length;
  const { sheets, open } = settle(missing ? [] : read);
  if (missing || open) throw new Problem('paper-not-ready', { missing, differing: open });
  const votes = sheets.filter(({ verdict }) => verdict === 'VOTE');
  await putInUrn(
    ctx,
    round.id,
    votes.map(({ choices }) => ({ areaId: batch.area.id, choices: ballotText(choices), hashed: createHash('sha256').update(randomUUID()).digest('hex') })),
  );
  await sql(
    em,
    `insert into budget_voter (id, round_id, person, channel) select gen_random_uuid(), $1, gen_random_uuid()::text, 'PAPER' from generate_series(1, $2::int)`,
    [round.id, votes.length],
  );
  await em.nativeDelete(BudgetCount, { round: round.id });
  const sha256 = createHash('sha256')
    .update(JSON.stringify({ id, place: batch.place, sheets }))
    .digest('hex');
  em.assign(batch, { signedAt: clock.now(), signedBy: em.getReference(StaffMember, actor.id!), sha256 });
  return id;
});

/** @throws Problem `paper-not-ready` where a bundle has not been signed */
export async function assertPaperSigned({ em }: Context, round: BudgetRound): Promise<void> {
  if (await em.count(BudgetPaperBatch, { round: round.id, signedAt: null })) throw new Problem('paper-not-ready');
}

async function openRound({ em, actor }: Context, id: string): Promise<BudgetRound> {
  const round = await em.findOne(BudgetRound, { id }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (!round) throw new Problem('not-found');
  assertOfficerOf(actor, round.unit.key);
  if (!permits(round.phase, 'enter-paper')) throw new Problem('wrong-phase');
  return round;
}

async function openBatch(ctx: Context, id: string): Promise<{ batch: BudgetPaperBatch; round: BudgetRound }> {
  const batch = await ctx.em.findOne(BudgetPaperBatch, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!batch) throw new Problem('not-found');
  const round = await openRound(ctx, batch.round.id);
  if (batch.signedAt) throw new Problem('paper-signed');
  return { batch, round };
}

function ofBatch({ id }: { id: string }) {
  return { type: 'BudgetPaperBatch', id };
}

function ofSheet({ batchId }: EnterSheet) {
  return { type: 'BudgetPaperBatch', id: batchId };
}
