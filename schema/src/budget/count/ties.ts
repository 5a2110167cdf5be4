import type { TieOrder, TieStep } from '../rules.ts';
import type { Election } from './election.ts';

/**
 * An order of projects drawn from a seed: by the SHA-256 of the seed, a line feed and the project's id, in UTF-8, as lower-case hexadecimal, the lowest first.
 * Whoever has the seed can draw it again: `printf 'SEED\nID' | sha256sum`.
 */
export async function drawnOrder(seed: string, ids: readonly string[]): Promise<string[]> {
  const drawn = await Promise.all(ids.map(async (id) => ({ id, lot: await sha256(`${seed}\n${id}`) })));
  return drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ id }) => id);
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const steps: Record<TieStep, (election: Election, a: number, b: number) => number> = {
  MOST_VOTES: ({ votes }, a, b) => votes[b]! - votes[a]!,
  LEAST_COST: ({ costs }, a, b) => costs[a]! - costs[b]!,
};

/** The rank of each project in the order of ties: of projects that the rule finds equal the one with the lowest is taken. No two are the same. */
export async function ranksOf(election: Election, order: TieOrder): Promise<Int32Array> {
  const { ids } = election;
  const last = order.seed == null ? [...ids].sort((a, b) => (a < b ? -1 : 1)) : await drawnOrder(order.seed, ids);
  const lots = new Map(last.map((id, lot) => [id, lot]));
  const sorted = ids.map((_, p) => p);
  sorted.sort((a, b) => {
    for (const step of order.steps) {
      const difference = steps[step](election, a, b);
      if (difference) return difference;
    }
    return lots.get(ids[a]!)! - lots.get(ids[b]!)!;
  });
  const ranks = new Int32Array(ids.length);
  for (const [rank, p] of sorted.entries()) ranks[p] = rank;
  return ranks;
}

/** Projects, the first in the order of ties first. */
export const byRank = (projects: readonly number[], ranks: Int32Array): number[] => [...projects].sort((a, b) => ranks[a]! - ranks[b]!);
