import type { CountRule } from '../rules.ts';
import { supportOf, type Election } from './election.ts';
import type { EqualShares, Shared } from './equalShares.ts';
import type { Fraction } from './fraction.ts';

/** How shares are raised. */
export type Raising = Pick<CountRule, 'start' | 'floorCents' | 'unitCents' | 'stop'>;

/** A count with equal shares, and the share with which it came about. */
export interface Raised extends Shared {
  share: Fraction;
}

/** The budget divided by the voters, to the fraction. */
export const equalShare = ({ budget, voters }: Election): Fraction => ({ numerator: BigInt(budget), denominator: BigInt(Math.max(voters, 1)) });

/**
 * Raises the share of each voter and counts anew, for as long as the projects cost no more than the budget. The last such count stands; EXHAUSTIVE ends at the first
 * one after which no further project with a vote fits.
 */
export function addOne(election: Election, shares: EqualShares, raising: Raising): Raised {
  const { budget, unitsPerCent } = election;
  const first = firstShare(election, raising);
  const step = BigInt(raising.unitCents!) * BigInt(unitsPerCent) * first.denominator;
  const raised = (times: bigint): Fraction => ({ numerator: first.numerator + times * step, denominator: first.denominator });
  const withVotes = election.ids.map((_, p) => p).filter((p) => supportOf(election, p) > 0);
  // the first share is never more than the budget's
  let [found, times]: [Shared, bigint] = [shares.count(first)!, 0n];
  while (found.taken.length < withVotes.length && !(raising.stop === 'EXHAUSTIVE' && isExhaustive(election, withVotes, found))) {
    const next = shares.count(raised(times + 1n), budget);
    if (!next) break;
    [found, times] = [next, times + 1n];
  }
  return { ...found, share: raised(times) };
}

function firstShare(election: Election, { start, floorCents }: Raising): Fraction {
  const exact = equalShare(election);
  if (start === 'EXACT') return exact;
  const unit = BigInt(floorCents!) * BigInt(election.unitsPerCent);
  return { numerator: (exact.numerator / exact.denominator / unit) * unit, denominator: 1n };
}

const isExhaustive = ({ costs, budget }: Election, withVotes: readonly number[], { taken, cost }: Shared): boolean =>
  withVotes.every((p) => cost + costs[p]! > budget || taken.includes(p));
