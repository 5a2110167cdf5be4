import { identityNumberOf } from '@torilla/schema/kernel/identityNumber';
import { TabletBar, type CastOnTablet } from '@torilla/schema/budget/tablet';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { assertMay, assertOfficerOf } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { Device } from '../../platform/devices/devices.entity.ts';
import { hashOfNumber } from '../../platform/residents/person-hash.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';
import { BudgetRound } from './round.entity.ts';
import { barOfAge, barOfCode, cast, lastBallotAt, ofRound, openRound, personIn } from './vote.commands.ts';

/**
 * Takes a ballot that was cast on a tablet, maybe hours ago. Its right is checked now, its time is that of the square. What counts for nothing is counted by its reason and
 * kept nowhere: nobody is there any more to be told, and whoever could look at it would see how somebody votes.
 * Of two ballots for one right the one counts that reached the city first: to take it out again for one that was cast before it, it would have to be known whose it is.
 * @throws Problem `not-found` for a round that there is not
 */
export const castOnTablet = command('budget.vote.tablet', ofRound, async (ctx, ballot: CastOnTablet): Promise<string> => {
  try {
    await take(ctx, ballot);
  } catch (error) {
    const why = reasonOf(error);
    if (!why) throw error;
    await sql(
      ctx.em,
      `insert into budget_turned_away as known (id, round_id, why, ballots) values (gen_random_uuid(), $1, $2, 1)
      on conflict on constraint budget_turned_away_once do update set ballots = known.ballots + 1`,
      [ballot.roundId, why],
    );
  }
  return ballot.roundId;
});

async function take(ctx: Context, { code, number, ...ballot }: CastOnTablet): Promise<void> {
  const { capturedAt, receivedAt } = ctx.capture!;
  if (!(await isAtSquare(ctx, number != null))) throw new Problem('not-entitled', { why: TabletBar.OTHER_WAY });
  const round = await openRound(ctx, ballot.roundId, capturedAt);
  if (receivedAt >= lastBallotAt(round)) throw new Problem('voting-closed');
  const { bar, person } = code ? await barOfCode(ctx, round, code) : barOfNumber(ctx, round, number!);
  if (bar) throw new Problem('not-entitled', { why: bar });
  await cast(ctx, round, { person, channel: 'TABLET' }, ballot);
}

/** Whether it comes from a tablet of the city, and where a card was looked at, from somebody of the staff: any browser may send captures, and could make numbers up. */
async function isAtSquare({ em, capture }: Context, byWorker: boolean): Promise<boolean> {
  const { deviceId, workerId } = capture!;
  if (!(await em.count(Device, { id: deviceId, kind: 'TABLET' }))) return false;
  return !byWorker || (workerId !== null && (await em.count(StaffMember, { id: workerId })) > 0);
}

/** Why whoever showed a card with that number does not vote; null where they do. They are the same person as by strong identification. */
function barOfNumber({ services }: Context, round: BudgetRound, typed: string) {
  const { number, birthDate } = identityNumberOf(typed)!;
  const person = personIn(round.id, hashOfNumber(services.identityKey, number));
  return { bar: round.proofs.includes('STAFF') ? barOfAge(round, birthDate, round.votingOpensAt!) : ('OTHER_WAY' as const), person };
}

/** Why a ballot counts for nothing; null for what is no fault of the ballot. */
function reasonOf(error: unknown): TabletBar | null {
  if (!(error instanceof Problem)) return null;
  if (error.code === 'not-entitled') return error.facts['why'] as TabletBar;
  return { 'already-voted': TabletBar.SECOND, 'voting-closed': TabletBar.OUT_OF_TIME, 'bad-input': TabletBar.NOT_WHOLE }[error.code as string] ?? null;
}

/** How many ballots from tablets counted for nothing in a round, by the reason, the most frequent first. @throws Problem `forbidden` */
export async function turnedAway({ em, actor }: Context, roundId: string): Promise<{ why: TabletBar; ballots: number }[]> {
  assertMay(actor, 'budget.count');
  const round = await em.findOne(BudgetRound, { id: roundId });
  if (!round) return [];
  assertOfficerOf(actor, round.unit.key);
  return sql(em, 'select why, ballots from budget_turned_away where round_id = $1 order by ballots desc, why', [roundId]);
}
