import { BadInput } from '../badInput.ts';
import type { CountRule, TieOrder } from '../rules.ts';
import { raises } from '../rules.ts';
import { preferences, type Preferences } from './comparison.ts';
import { addOne, equalShare } from './completion.ts';
import type { Election } from './election.ts';
import { EqualShares } from './equalShares.ts';
import { accountsOfLoads, accountsOfShares, accountsOfVotes, type Account } from './accounts.ts';
import type { Fraction } from './fraction.ts';
import { greedy, takenIn, type Turn } from './greedy.ts';
import { phragmen } from './phragmen.ts';
import { ranksOf } from './ties.ts';

/** The result of a count: the same for the same ballots, whatever the order in which they and the projects are told. */
export interface Tally {
  /** The funded projects' ids, in the order in which the rule took them. */
  winners: string[];
  /** What they cost, in units of the election. */
  cost: number;
  /** With equal shares, what each voter had to give, in units: exactly, as text, for no number holds it. */
  share: { numerator: string; denominator: string } | null;
  /** With a comparison, how many voters are better off with either result. */
  preferences: Preferences | null;
  /** What became of each project and why; those with the most votes first. */
  projects: Account[];
}

/**
 * Counts the ballots.
 * @throws BadInput `ranking-not-counted`, and `rule-needs-approvals` where voters dealt points and the rule is not GREEDY
 */
export async function tally(election: Election, rule: CountRule, ties: TieOrder): Promise<Tally> {
  if (election.kind === 'RANKINGS') throw new BadInput('ranking-not-counted');
  if (election.kind === 'POINTS' && rule.kind !== 'GREEDY') throw new BadInput('rule-needs-approvals');
  const ranks = await ranksOf(election, ties);
  // the order among projects with equal votes
  const equals = await ranksOf(election, { ...ties, steps: ties.steps.filter((step) => step !== 'MOST_VOTES') });
  const told = (taken: readonly number[], accounts: Account[], more: Partial<Tally> = {}): Tally => ({
    winners: taken.map((p) => election.ids[p]!),
    cost: taken.reduce((sum, p) => sum + election.costs[p]!, 0),
    share: null,
    preferences: null,
    projects: inOrder(election, equals, accounts),
    ...more,
  });
  const byVotes = (more?: Partial<Tally>): Tally => {
    const turns = greedy(election, equals, rule);
    return told(takenIn(turns), accountsOfVotes(election, equals, rule, turns), more);
  };
  if (rule.kind === 'GREEDY') return byVotes();
  if (rule.kind === 'PHRAGMEN') {
    const loaded = phragmen(election, ranks);
    return told(loaded.taken, accountsOfLoads(election, loaded));
  }
  const { taken, rest, shares, share } = countShares(election, rule, ranks, equals);
  const all = [...taken, ...takenIn(rest ?? [])];
  const more: Partial<Tally> = { share: { numerator: String(share.numerator), denominator: String(share.denominator) } };
  if (rule.comparison !== 'NONE') {
    more.preferences = preferences(election, rule.comparison!, all, takenIn(greedy(election, equals)));
    if (more.preferences.votes > more.preferences.shares) return byVotes(more);
  }
  return told(all, accountsOfShares(election, rule, shares, taken, rest), more);
}

function countShares(
  election: Election,
  rule: CountRule,
  ranks: Int32Array,
  equals: Int32Array,
): { taken: number[]; rest: Turn[] | null; shares: EqualShares; share: Fraction } {
  const shares = new EqualShares(election, ranks, rule.utility!);
  const share = raises(rule.completion) ? addOne(election, shares, rule).share : equalShare(election);
  // counted once more, where shares were raised once too often: the purses are to be those of the result
  const { taken, cost } = shares.count(share)!;
  const left = election.ids.map((_, p) => p).filter((p) => !taken.includes(p));
  const rest =
    rule.completion === 'UTILITARIAN' || rule.completion === 'ADD_ONE_UTILITARIAN' ? greedy(election, equals, {}, left, election.budget - cost) : null;
  return { taken, rest, shares, share };
}

function inOrder({ ids }: Election, equals: Int32Array, accounts: readonly Account[]): Account[] {
  const numbers = new Map(ids.map((id, p) => [id, equals[p]!]));
  return [...accounts].sort((a, b) => b.votes - a.votes || numbers.get(a.id)! - numbers.get(b.id)!);
}
