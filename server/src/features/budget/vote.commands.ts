import { createHash, randomUUID } from 'node:crypto';
import { faultOf } from '@torilla/schema/budget/ballot';
import { permits } from '@torilla/schema/budget/phases';
import { voterCodeHash } from '@torilla/schema/budget/code';
import type { CastBallot, CastBallotByCode, VoterBar, VoterChannel } from '@torilla/schema/budget/vote';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { hamina } from '../../platform/municipality/hamina.ts';
import { ageAt } from '../../platform/residents/age.ts';
import { Identity } from '../../platform/residents/residents.entity.ts';
import { BudgetProject } from './idea.entity.ts';
import { BudgetArea, BudgetRound } from './round.entity.ts';

/** How many other ballots on either side of a place that is drawn are written anew with each, so that neither their order nor the transaction that wrote them tells whose they are. */
const COMPANY = 30;

export const ofRound = ({ roundId }: { roundId: string }) => ({ type: 'BudgetRound', id: roundId });
const hash = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex');
/** A person in one round: who votes in two is not seen to. */
export const personIn = (roundId: string, personHash: string): string => hash(roundId, personHash);
const receiptHash = (roundId: string, receipt: string): string => hash('receipt', roundId, receipt);

/** Why somebody may not vote by strong identification; null where they may. */
function barOf(round: BudgetRound, identity: Identity | null, now: Date): VoterBar | null {
  if (!round.proofs.includes('STRONG')) return 'OTHER_WAY';
  if (!identity) return 'UNIDENTIFIED';
  if (identity.homeMunicipality !== hamina.code) return 'ELSEWHERE';
  return barOfAge(round, identity.birthDate, now);
}

/** Why somebody of that day of birth may not vote: for they are too young, or too old, on the first day of voting. */
export function barOfAge(round: BudgetRound, birthDate: string, now: Date): VoterBar | null {
  const age = ageAt(round.votingOpensAt ?? now, birthDate);
  if (round.leastAge != null && age < round.leastAge) return 'TOO_YOUNG';
  return round.mostAge != null && age > round.mostAge ? 'TOO_OLD' : null;
}

/** Why a code does not let anybody vote; null where it does. @returns the hash as well, which is whom the right is of */
export async function barOfCode(
  { em, clock }: Context,
  round: BudgetRound,
  code: string,
): Promise<{ bar: VoterBar | null; person: string; channel: VoterChannel }> {
  const person = await voterCodeHash(round.id, code);
  const channel = 'CODE';
  if (!round.proofs.includes('CODE')) return { bar: 'OTHER_WAY', person, channel };
  const [found] = await sql<{ voided: boolean; class: boolean; votes: boolean }>(
    em,
    `select voided_at is not null as voided, teacher_hash is not null as class, coalesce(open_until > $3, false) as votes
    from budget_code c join budget_code_batch b on b.id = c.batch_id where c.hash = $1 and b.round_id = $2`,
    [person, round.id, clock.now()],
  );
  if (!found) return { bar: 'NO_SUCH_CODE', person, channel };
  if (found.voided) return { bar: 'CODE_VOID', person, channel };
  return found.class ? { bar: found.votes ? null : 'CLASS_CLOSED', person, channel: 'CLASS' } : { bar: null, person, channel };
}

/** Until when ballots may come: until voting is over, and those that were cast on a tablet for a while more. */
export const lastBallotAt = ({ votingClosesAt, graceHours }: BudgetRound): Date => new Date(votingClosesAt!.getTime() + graceHours * 3_600_000);

/** Whether votes are taken, to the second by the city's clock. */
const isOpen = ({ phase, votingOpensAt, votingClosesAt }: BudgetRound, now: Date): boolean =>
  permits(phase, 'vote') && now >= votingOpensAt! && now < votingClosesAt!;

/** What somebody may do in a round, and whether they have voted. */
interface Vote {
  open: boolean;
  bar: VoterBar | null;
  voted: boolean;
}

/** The same of the resident who asks; null for everybody else. */
export async function myVote({ em, actor, clock }: Context, roundId: string): Promise<Vote | null> {
  const round = actor.kind === 'resident' ? await em.findOne(BudgetRound, { id: roundId }) : null;
  if (!round || round.phase === 'DRAFT') return null;
  const identity = await em.findOne(Identity, { resident: actor.id! });
  const voted = identity !== null && (await isUsed(em, roundId, personIn(roundId, identity.personHash)));
  return { open: isOpen(round, clock.now()), bar: barOf(round, identity, clock.now()), voted };
}

/** The same of whoever holds a code: 55 bits, which nobody guesses at the pace that an address is let ask. */
export async function codeVote(ctx: Context, roundId: string, code: string): Promise<Vote | null> {
  const { em, clock } = ctx;
  const round = await em.findOne(BudgetRound, { id: roundId });
  if (!round || round.phase === 'DRAFT') return null;
  const { bar, person } = await barOfCode(ctx, round, code);
  return { open: isOpen(round, clock.now()), bar, voted: await isUsed(em, roundId, person) };
}

const isUsed = async (em: Context['em'], roundId: string, person: string): Promise<boolean> =>
  (await sql(em, 'select 1 from budget_voter where round_id = $1 and person = $2', [roundId, person])).length > 0;

/**
 * Whether there is a ballot of that receipt. It does not say what is on it: whoever is made to show their receipt shows no more than that they voted.
 */
export const isReceived = async ({ em }: Context, roundId: string, receipt: string): Promise<boolean> =>
  (await sql(em, 'select 1 from budget_ballot where receipt_hash = $1', [receiptHash(roundId, receipt)])).length > 0;

/**
 * Takes a ballot of a resident, once for each right to vote. Sent twice it is one, and what was sent last where the round lets a voter change theirs; so is one that
 * names the receipt of the one before.
 * The right and the ballot are two rows that nothing joins. The ballot is written together with some others, in an order that is drawn.
 * @throws Problem `not-found`, `voting-closed` outside of the times of voting, to the second by the city's clock, `not-entitled` with `why`, `already-voted`,
 * `bad-input` with what is wrong with the ballot
 */
export const castBallot = command('budget.vote', ofRound, async (ctx, input: CastBallot): Promise<string> => {
  const round = await openRound(ctx, input.roundId, ctx.clock.now());
  const identity = await ctx.em.findOne(Identity, { resident: ctx.actor.id! });
  const why = barOf(round, identity, ctx.clock.now());
  if (why) throw new Problem('not-entitled', { why });
  await cast(ctx, round, { person: personIn(round.id, identity!.personHash), channel: 'ONLINE' }, input);
  return round.id;
});

/** The same of whoever holds a code. Who that is, nobody knows. @throws Problem as `castBallot` */
export const castBallotByCode = command('budget.vote.code', ofRound, async (ctx, { code, ...input }: CastBallotByCode): Promise<string> => {
  const round = await openRound(ctx, input.roundId, ctx.clock.now());
  const { bar, person, channel } = await barOfCode(ctx, round, code);
  if (bar) throw new Problem('not-entitled', { why: bar });
  await cast(ctx, round, { person, channel }, input);
  return round.id;
});

/** A round in which votes were taken at a moment. @throws Problem `not-found`, `voting-closed` */
export async function openRound({ em }: Context, id: string, at: Date): Promise<BudgetRound> {
  // nobody moves the round on meanwhile
  await sql(em, 'select 1 from budget_round where id = $1 for share', [id]);
  const round = await em.findOne(BudgetRound, { id });
  if (!round || round.phase === 'DRAFT') throw new Problem('not-found');
  if (!isOpen(round, at)) throw new Problem('voting-closed');
  return round;
}

/** A right to vote: whose it is, as a hash, and how it is used. */
interface Right {
  person: string;
  channel: VoterChannel;
}

/**
 * Puts a ballot into the urn, and the right that it uses among those that were used.
 * @throws Problem `already-voted`, `bad-input` as `assertWhole`
 */
export async function cast(ctx: Context, round: BudgetRound, { person, channel }: Right, { areaId, choices, receipt, replaces }: CastBallot): Promise<void> {
  const { em } = ctx;
  await assertWhole(ctx, round, areaId, choices, channel);
  const right = await sql(
    em,
    `insert into budget_voter (id, round_id, person, channel) values (gen_random_uuid(), $1, $2, $3) on conflict on constraint budget_voter_once do nothing returning id`,
    [round.id, person, channel],
  );
  const ballot: Ballot = {
    areaId,
    choices: ballotText(choices),
    hashed: receiptHash(round.id, receipt),
  };
  while (!right.length) {
    const sent = await lying(ctx, ballot);
    if (sent === 'SAME') return;
    // whose first answer was lost may have thought again before they sent it once more
    const former = sent ? receipt : replaces;
    if (former && round.ballot.changeable && (await takeOut(ctx, receiptHash(round.id, former)))) break;
    // sent twice at once, the other may have been quicker: then this ballot lies there by now
    if (sent || !(await lying(ctx, ballot))) throw new Problem('already-voted');
  }
  await putAmongOthers(ctx, round.id, ballot);
}

/**
 * A tablet may not know yet that a project was withdrawn: it is counted for nobody, and the rest of the ballot stands.
 * @throws Problem `bad-input` with what is wrong with a ballot by the round's rule
 */
export async function assertWhole({ em }: Context, round: BudgetRound, areaId: string, choices: CastBallot['choices'], channel: VoterChannel): Promise<void> {
  const area = await em.findOne(BudgetArea, { id: areaId, round: round.id });
  if (!area) throw new Problem('bad-input', { fields: ['areaId: unknown'] });
  const projects = await em.find(BudgetProject, { area: areaId, ...(channel !== 'TABLET' && { withdrawnAt: null }) });
  const costs = new Map(projects.map(({ id, costCents }) => [id, costCents!]));
  const fault = faultOf(round.ballot, { budgetCents: area.budgetCents, costs }, choices);
  if (fault) throw new Problem('bad-input', { fields: [`choices: ${fault}`] });
}

/** The choices of a ballot as they are kept: JSON. */
export const ballotText = (choices: CastBallot['choices']): string =>
  JSON.stringify(choices.map(({ id, points }) => (points == null ? { id } : { id, points })));

/** A ballot as it lies in the urn. */
interface Ballot {
  areaId: string;
  choices: string;
  hashed: string;
}

/** Whether there is a ballot of that receipt already, with the same choices or with others. */
async function lying({ em }: Context, { areaId, choices, hashed }: Ballot): Promise<'SAME' | 'OTHER' | null> {
  const [found] = await sql<{ same: boolean }>(em, 'select area_id = $2 and choices = $3::jsonb as same from budget_ballot where receipt_hash = $1', [
    hashed,
    areaId,
    choices,
  ]);
  return found ? (found.same ? 'SAME' : 'OTHER') : null;
}

/** Takes a ballot out. @returns whether there was one */
async function takeOut({ em }: Context, hashed: string): Promise<boolean> {
  for (;;) {
    if ((await sql(em, 'delete from budget_ballot where receipt_hash = $1 returning id', [hashed])).length) return true;
    // another voter wrote it anew, as their company, while this one waited: it is there again under another id
    if (!(await sql(em, 'select 1 from budget_ballot where receipt_hash = $1', [hashed])).length) return false;
  }
}

// One statement: what is taken out goes in again under new ids, and the new one among it. Ids are chance, so that those around one that is drawn are drawn as well;
// they are found by the index, however many ballots there are. Those that another voter is writing just now stay where they are.
async function putAmongOthers({ em }: Context, roundId: string, { areaId, choices, hashed }: Ballot): Promise<void> {
  await sql(
    em,
    `with company as (
      delete from budget_ballot where id in (
        select id from budget_ballot where round_id = $1 and id >= $5::uuid order by id limit ${COMPANY} for update skip locked
      ) or id in (
        select id from budget_ballot where round_id = $1 and id < $5::uuid order by id desc limit ${COMPANY} for update skip locked
      )
      returning area_id, choices, receipt_hash
    )
    insert into budget_ballot (id, round_id, area_id, choices, receipt_hash)
    select gen_random_uuid(), $1, area_id, choices, receipt_hash
    from (select * from company union all select $2::uuid, $3::jsonb, $4) all_of_them order by random()`,
    [roundId, areaId, choices, hashed, randomUUID()],
  );
}

/** Puts ballots into the urn that came together, as those of a bundle of paper, in an order that is drawn. */
export const putInUrn = ({ em }: Context, roundId: string, ballots: readonly Ballot[]): Promise<unknown> =>
  sql(
    em,
    `insert into budget_ballot (id, round_id, area_id, choices, receipt_hash)
    select gen_random_uuid(), $1, (b->>'areaId')::uuid, (b->>'choices')::jsonb, b->>'hashed' from jsonb_array_elements($2::jsonb) b order by random()`,
    [roundId, JSON.stringify(ballots)],
  );

/** How many voted which way: kept with the result, for who has voted is forgotten after a while. */
export const turnoutOf = ({ em }: Pick<Context, 'em'>, roundId: string): Promise<{ channel: VoterChannel; voters: number }[]> =>
  sql(em, 'select channel, count(*)::int as voters from budget_voter where round_id = $1 group by channel order by 2 desc, 1', [roundId]);

/** Writes all ballots of a round anew, in an order that is drawn: what was left of when each came is gone. */
export const shuffleBallots = ({ em }: Context, roundId: string): Promise<unknown> =>
  sql(
    em,
    `with all_of_them as (delete from budget_ballot where round_id = $1 returning area_id, choices, receipt_hash)
    insert into budget_ballot (id, round_id, area_id, choices, receipt_hash)
    select gen_random_uuid(), $1, area_id, choices, receipt_hash from all_of_them order by random()`,
    [roundId],
  );
