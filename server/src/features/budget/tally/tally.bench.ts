// A large city's count by each rule: 90,000 voters, 160 projects, the same each time. Run by itself, so that the memory told is the count's.
import { electionOf, type CastBallot } from '@torilla/schema/budget/count/election';
import { tally } from '@torilla/schema/budget/count/tally';
import type { CountRule, TieOrder } from '@torilla/schema/budget/rules';
import { diceOf } from '../../../kernel/dice.ts';

const VOTERS = 90_000;
const PROJECTS = 160;
const BUDGET_CENTS = 500_000_000;
const ROUNDS = 3;

const dice = diceOf(2027);
const projects = Array.from({ length: PROJECTS }, (_, n) => ({ id: `P${n}`, cost: (5 + dice.upTo(250)) * 100_000 }));

/** Some projects are known all over the city, most in a part of it: the square brings the low numbers forward. */
function aBallot(): CastBallot {
  const choices = new Set<string>();
  const [home, most] = [dice.upTo(PROJECTS), 1 + dice.upTo(15)];
  while (choices.size < most) {
    const near = dice.chance(0.5) ? home + dice.upTo(12) : Math.floor((dice.upTo(1000) / 1000) ** 2 * PROJECTS);
    choices.add(projects[near % PROJECTS]!.id);
  }
  return { choices: [...choices] };
}

const election = electionOf({ budget: BUDGET_CENTS, projects, ballots: Array.from({ length: VOTERS }, aBallot) });
const ties: TieOrder = { steps: ['MOST_VOTES', 'LEAST_COST'], end: 'DRAWN', seed: 'a dice thrown at the square' };
const shares: CountRule = { kind: 'EQUAL_SHARES', utility: 'COST', completion: 'NONE', comparison: 'NONE' };
const raised: CountRule = { ...shares, completion: 'ADD_ONE', start: 'EXACT', unitCents: 100, stop: 'EXHAUSTIVE' };

/** The rules, and the goals in milliseconds. */
const rules: [name: string, rule: CountRule, goal: number][] = [
  ['by votes', { kind: 'GREEDY' }, 50],
  ['by votes, one per place and at least 1,000', { kind: 'GREEDY', leastVotes: 1000, onePerPlace: true }, 50],
  ['equal shares', shares, 1000],
  ['equal shares, cardinality', { ...shares, utility: 'CARDINALITY' }, 1000],
  ['equal shares, the rest by votes, compared', { ...shares, completion: 'UTILITARIAN', comparison: 'SATISFACTION' }, 1000],
  ['equal shares, raised by a euro', raised, 30_000],
  ['equal shares, raised until infeasible', { ...raised, stop: 'UNTIL_INFEASIBLE' }, 30_000],
  ['equal shares, raised, the rest by votes, cardinality', { ...raised, completion: 'ADD_ONE_UTILITARIAN', utility: 'CARDINALITY' }, 30_000],
  ['Phragmén', { kind: 'PHRAGMEN' }, 30_000],
];
const MEMORY_GOAL_MB = 300;

let failed = false;
console.log(`${VOTERS} voters, ${PROJECTS} projects, ${election.ballots.items.length} choices`);
for (const [name, rule, goal] of rules) {
  let least = Infinity;
  let [winners, cost] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    const result = await tally(election, rule, ties);
    least = Math.min(least, performance.now() - from);
    [winners, cost] = [result.winners.length, result.cost];
  }
  failed ||= least > goal;
  console.log(`${name.padEnd(54)} ${least.toFixed(0).padStart(6)} ms (goal ${goal}); ${winners} projects, ${(cost / 1e8).toFixed(2)} M€`);
}
const memory = process.resourceUsage().maxRSS / 1000;
console.log(`${memory.toFixed(0)} MB at the most (goal ${MEMORY_GOAL_MB})`);
if (failed || memory > MEMORY_GOAL_MB) process.exit(1);
