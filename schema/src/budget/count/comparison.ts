import type { Comparison } from '../rules.ts';
import type { Election } from './election.ts';

/** How many voters are better off with the one result, and with the other. */
export interface Preferences {
  shares: number;
  votes: number;
}

/**
 * Asks each voter's ballot which of two results it prefers: the one with more of its projects (SATISFACTION), or the one that leaves it with any (EXCLUSION_RATIO).
 * Who prefers neither counts for neither.
 */
export function preferences(election: Election, by: Comparison, shares: readonly number[], votes: readonly number[]): Preferences {
  const [ofShares, ofVotes] = [winsPerVoter(election, by, shares), winsPerVoter(election, by, votes)];
  const prefer = { shares: 0, votes: 0 };
  for (const [voter, wins] of ofShares.entries()) {
    if (wins > ofVotes[voter]!) prefer.shares++;
    else if (wins < ofVotes[voter]!) prefer.votes++;
  }
  return prefer;
}

function winsPerVoter({ voters, supporters: { from, items } }: Election, by: Comparison, taken: readonly number[]): Int32Array {
  const wins = new Int32Array(voters);
  for (const p of taken) for (let at = from[p]!; at < from[p + 1]!; at++) wins[items[at]!]!++;
  return by === 'EXCLUSION_RATIO' ? wins.map((n) => Math.min(n, 1)) : wins;
}
