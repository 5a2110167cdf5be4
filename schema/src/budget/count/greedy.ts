import type { CountRule } from '../rules.ts';
import type { Election } from './election.ts';

/** What the count by votes asks besides votes. */
export type Terms = Pick<CountRule, 'leastVotes' | 'stopsAtTooExpensive' | 'onePerPlace'>;

/** What became of a project when its turn came, with the money left before it. */
export interface Turn {
  project: number;
  left: number;
  verdict: 'TAKEN' | 'TOO_EXPENSIVE' | 'TOO_FEW_VOTES' | 'PLACE_TAKEN' | 'AFTER_END';
  /** The project that has the place, or at which the count ended. */
  by?: number;
}

/**
 * Takes projects by votes, the most first, as long as the money lasts: one that does not fit is passed over, or ends the count. By default all projects compete
 * for the whole budget. A project without votes is taken too if it fits: whoever does not want that asks for a vote at least.
 */
export function greedy(election: Election, ranks: Int32Array, terms: Terms = {}, among = election.ids.map((_, p) => p), money = election.budget): Turn[] {
  const { votes, costs, places } = election;
  const taken = new Map<string, number>();
  let [left, end] = [money, -1];
  return [...among]
    .sort((a, b) => votes[b]! - votes[a]! || ranks[a]! - ranks[b]!)
    .map((project): Turn => {
      const [place, before] = [terms.onePerPlace ? places[project]! : null, left];
      const told = (verdict: Turn['verdict'], by?: number): Turn => ({ project, left: before, verdict, ...(by !== undefined && { by }) });
      if (votes[project]! < (terms.leastVotes ?? 0)) return told('TOO_FEW_VOTES');
      if (end >= 0) return told('AFTER_END', end);
      if (place !== null && taken.has(place)) return told('PLACE_TAKEN', taken.get(place));
      if (costs[project]! > left) {
        if (terms.stopsAtTooExpensive) end = project;
        return told('TOO_EXPENSIVE');
      }
      left -= costs[project]!;
      if (place !== null) taken.set(place, project);
      return told('TAKEN');
    });
}

/** The projects that were taken, in order. */
export const takenIn = (turns: readonly Turn[]): number[] => turns.filter(({ verdict }) => verdict === 'TAKEN').map(({ project }) => project);

/**
 * With how many votes a project that was not taken would have been, all else as it was; null if with none. Exact: with one less it would not have been.
 * The ranks are those among equal votes.
 */
export function enoughVotes(election: Election, ranks: Int32Array, terms: Terms, project: number): number | null {
  const { votes, costs, places } = election;
  const place = terms.onePerPlace ? places[project]! : null;
  const others = election.ids.map((_, p) => p).filter((p) => p !== project);
  let [enough, left]: [number | null, number] = [null, election.budget];
  // it fits before some of the others and not before the rest: as the count goes on, money and places only become fewer
  for (const turn of greedy(election, ranks, terms, others)) {
    if (turn.verdict === 'AFTER_END' || costs[project]! > turn.left) return enough;
    enough = Math.max(votes[turn.project]! + (ranks[project]! < ranks[turn.project]! ? 0 : 1), terms.leastVotes ?? 0);
    if (turn.verdict === 'TAKEN' && place !== null && places[turn.project] === place) return enough;
    if (turn.verdict === 'TOO_EXPENSIVE' && terms.stopsAtTooExpensive) return enough;
    left = turn.left - (turn.verdict === 'TAKEN' ? costs[turn.project]! : 0);
  }
  return costs[project]! > left ? enough : (terms.leastVotes ?? 0);
}
