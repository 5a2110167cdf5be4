import fc from 'fast-check';
import { electionOf, type Candidate, type CastBallot, type Election } from '../count/election.ts';
import type { CountRule, TieOrder } from '../rules.ts';

/** Ties as they fall by default: votes, cost, id. */
export const byId: TieOrder = { steps: ['MOST_VOTES', 'LEAST_COST'], end: 'ID' };

/** Equal shares without more. */
export const sharesRule = { kind: 'EQUAL_SHARES', utility: 'COST', completion: 'NONE', comparison: 'NONE' } satisfies CountRule;

/** An election told in a line: costs by id, and so many ballots of each kind, as `'a,b': 3`. */
export function anElection(budget: number, costs: Readonly<Record<string, number>>, ballots: Readonly<Record<string, number>>): Election {
  return electionOf({
    budget,
    projects: Object.entries(costs).map(([id, cost]) => ({ id, cost })),
    ballots: Object.entries(ballots).flatMap(([choices, times]) => Array.from({ length: times }, () => ({ choices: choices ? choices.split(',') : [] }))),
  });
}

export interface Told {
  budget: number;
  projects: Candidate[];
  ballots: CastBallot[];
}

/** Small elections with many ties: costs and votes are often the same, and money often comes out even. */
export const elections: fc.Arbitrary<Told> = fc.integer({ min: 1, max: 7 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, n) => `p${n}`);
  const projects = fc.tuple(
    ...ids.map((id) =>
      fc.record({ id: fc.constant(id), cost: fc.constantFrom(0, 1, 2, 3, 4, 6, 6, 12, 12, 30, 97), place: fc.constantFrom(null, null, 'A', 'B') }),
    ),
  );
  const ballots = fc.array(
    fc.subarray(ids).map((choices) => ({ choices })),
    { maxLength: 12 },
  );
  return fc.record({ budget: fc.constantFrom(0, 1, 6, 12, 12, 24, 36, 60, 100), projects, ballots });
});

const shares = (more: Partial<CountRule> = {}): CountRule => ({ ...sharesRule, ...more });
const raised = { start: 'EXACT', unitCents: 1, stop: 'EXHAUSTIVE' } as const;

/** A rule of each kind. */
export const aRuleOfEach: readonly CountRule[] = [
  { kind: 'GREEDY' },
  { kind: 'GREEDY', leastVotes: 2, onePerPlace: true },
  { kind: 'GREEDY', stopsAtTooExpensive: true },
  { kind: 'PHRAGMEN' },
  shares(),
  shares({ utility: 'CARDINALITY', completion: 'UTILITARIAN' }),
  shares({ completion: 'UTILITARIAN', comparison: 'SATISFACTION' }),
  shares({ completion: 'ADD_ONE', ...raised }),
  shares({ completion: 'ADD_ONE', ...raised, stop: 'UNTIL_INFEASIBLE', start: 'FLOOR', floorCents: 2 }),
  shares({ completion: 'ADD_ONE_UTILITARIAN', ...raised, utility: 'CARDINALITY', comparison: 'EXCLUSION_RATIO' }),
];
