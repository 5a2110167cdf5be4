import { supportOf, type Election } from './election.ts';
import { Loads } from './loads.ts';
import { byRank } from './ties.ts';

const ULP = 2 ** -52;

/** What Phragmén's method funds, and the project with which it ended, which would have cost more than was left; null where all that may be funded are. */
export interface Loaded {
  taken: number[];
  cost: number;
  end: number | null;
}

/**
 * Phragmén's sequential method: a project's cost is a load that its supporters share evenly, and the next is the one whose supporters then carry the least. It ends
 * as soon as one of those next in line would cost more than is left; what costs more than the whole budget never stands in line.
 */
export function phragmen(election: Election, ranks: Int32Array): Loaded {
  const { ids, costs, budget } = election;
  const loads = new Loads(election);
  let open = ids.map((_, p) => p).filter((p) => supportOf(election, p) > 0 && costs[p]! <= budget);
  const taken: number[] = [];
  let cost = 0;
  while (open.length) {
    const inLine = byRank(lightest(loads, open), ranks);
    const end = inLine.find((p) => cost + costs[p]! > budget);
    if (end !== undefined) return { taken, cost, end };
    const [project] = inLine as [number];
    loads.carry(project);
    taken.push(project);
    cost += costs[project]!;
    open = open.filter((p) => p !== project);
  }
  return { taken, cost, end: null };
}

/** Those whose supporters would carry the least: more than one in a tie. */
function lightest(loads: Loads, open: readonly number[]): number[] {
  const nearly = open.map((p) => loads.nearly(p));
  const bound = nearly.reduce((a, b) => Math.min(a, b)) * (1 + 2 * loads.roundings * ULP);
  const few = open.filter((_, at) => nearly[at]! <= bound);
  if (few.length === 1) return few;
  const least = few.reduce((a, b) => (loads.compare(b, a) < 0 ? b : a));
  return few.filter((p) => loads.compare(p, least) === 0);
}
