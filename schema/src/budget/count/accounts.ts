import type { CountRule } from '../rules.ts';
import { supportOf, type Election } from './election.ts';
import type { EqualShares } from './equalShares.ts';
import { ceil, floor } from './fraction.ts';
import { enoughVotes, type Terms, type Turn } from './greedy.ts';
import type { Loaded } from './phragmen.ts';

/** Why a project is funded, or is not: facts, of which a page makes a sentence. Money is in units of the election. */
export type Finding =
  /** Its turn came by votes, and it fitted into what was `left`. */
  | { code: 'FUNDED_BY_VOTES'; left: number }
  /** Its supporters bought it with their shares; none paid more than `paid`, rounded up. */
  | { code: 'FUNDED_BY_SHARES'; paid: number }
  /** It fitted into the money that was `left` after that, which went by votes. */
  | { code: 'FUNDED_FROM_REST'; left: number }
  | { code: 'FUNDED_BY_LOAD' }
  | { code: 'NO_VOTES' }
  | { code: 'TOO_FEW_VOTES'; least: number }
  /** Another project, `by`, is funded for the same place. */
  | { code: 'PLACE_TAKEN'; by: string }
  /** It costs more than was `left` when its turn came. */
  | { code: 'TOO_EXPENSIVE'; left: number }
  /** The count ended with the project `by`, for which the money was not enough. */
  | { code: 'AFTER_END'; by: string }
  /** Its supporters had `behind` left together, rounded down, which is `lacking` too little, rounded up; what was `left` in the end, by votes, did not do either. */
  | { code: 'TOO_LITTLE_BEHIND'; behind: number; lacking: number; left: number | null };

/** What became of one project. */
export interface Account {
  id: string;
  cost: number;
  /** Its votes, or points. */
  votes: number;
  /** Its place in the order of those funded, from 1; null if it is not. */
  place: number | null;
  finding: Finding;
  /** What would have been enough, each alone and all else as it was: so many votes, or so low a cost. Null where nothing would, or it cannot be told. */
  enough: { votes: number | null; cost: number | null };
}

const NOTHING = { votes: null, cost: null };
const orNull = (amount: number): number | null => (amount > 0 ? amount : null);

function account({ ids, costs, votes }: Election, p: number, place: number | null, finding: Finding, enough: Account['enough'] = NOTHING): Account {
  return { id: ids[p]!, cost: costs[p]!, votes: votes[p]!, place, finding, enough };
}

/** Of a count by votes. The ranks are those among equal votes. Where equal shares lost the comparison, it cannot be told what would have been enough. */
export function accountsOfVotes(election: Election, ranks: Int32Array, rule: CountRule, turns: readonly Turn[]): Account[] {
  let place = 0;
  return turns.map((turn) => {
    const { project, left, verdict } = turn;
    if (verdict === 'TAKEN') return account(election, project, ++place, { code: 'FUNDED_BY_VOTES', left });
    const enough =
      rule.kind === 'GREEDY' ? { votes: enoughVotes(election, ranks, rule, project), cost: verdict === 'TOO_EXPENSIVE' ? orNull(left) : null } : NOTHING;
    return account(election, project, null, whyNot(election, rule, turn), enough);
  });
}

function whyNot({ ids }: Election, { leastVotes }: Terms, { left, verdict, by }: Turn): Finding {
  switch (verdict) {
    case 'TOO_FEW_VOTES':
      return { code: verdict, least: leastVotes! };
    case 'PLACE_TAKEN':
    case 'AFTER_END':
      return { code: verdict, by: ids[by!]! };
    default:
      return { code: 'TOO_EXPENSIVE', left };
  }
}

/** Of a count with equal shares; `rest` are the turns of the projects left over, where what money was left went by votes. */
export function accountsOfShares(election: Election, rule: CountRule, shares: EqualShares, taken: readonly number[], rest: readonly Turn[] | null): Account[] {
  const bought = taken.map((p, at) => account(election, p, at + 1, { code: 'FUNDED_BY_SHARES', paid: Number(ceil(shares.paid(p))) }));
  const turns = new Map(rest?.map((turn) => [turn.project, turn]));
  const isTold = (rule.completion === 'NONE' || rule.completion === 'UTILITARIAN') && rule.comparison === 'NONE';
  let place = taken.length;
  // in the order of their turns, where they had one
  const others = rest?.map(({ project }) => project) ?? election.ids.map((_, p) => p).filter((p) => !taken.includes(p));
  return [
    ...bought,
    ...others.map((p) => {
      const turn = turns.get(p);
      if (turn?.verdict === 'TAKEN') return account(election, p, ++place, { code: 'FUNDED_FROM_REST', left: turn.left });
      if (!turn && supportOf(election, p) === 0) return account(election, p, null, { code: 'NO_VOTES' });
      const behind = Number(floor(shares.behind(p)));
      const left = turn?.left ?? null;
      // with a lower cost it would have been bought in the end, or earlier
      const cost = isTold ? orNull(Math.max(behind, left ?? 0)) : null;
      return account(election, p, null, { code: 'TOO_LITTLE_BEHIND', behind, lacking: election.costs[p]! - behind, left }, { votes: null, cost });
    }),
  ];
}

/** Of a count by Phragmén's method. */
export function accountsOfLoads(election: Election, { taken, cost, end }: Loaded): Account[] {
  const places = new Map(taken.map((p, at) => [p, at + 1]));
  return election.ids.map((_, p) => {
    const place = places.get(p);
    if (place) return account(election, p, place, { code: 'FUNDED_BY_LOAD' });
    if (supportOf(election, p) === 0) return account(election, p, null, { code: 'NO_VOTES' });
    if (election.costs[p]! > election.budget) return account(election, p, null, { code: 'TOO_EXPENSIVE', left: election.budget });
    if (p === end) return account(election, p, null, { code: 'TOO_EXPENSIVE', left: election.budget - cost });
    return account(election, p, null, { code: 'AFTER_END', by: election.ids[end!]! });
  });
}
