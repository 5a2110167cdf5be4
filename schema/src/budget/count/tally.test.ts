import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TieOrder } from '../rules.ts';
import { aRuleOfEach, elections } from '../testing/elections.ts';
import { electionOf } from './election.ts';
import { tally } from './tally.ts';

const drawn: TieOrder = { steps: ['MOST_VOTES', 'LEAST_COST'], end: 'DRAWN', seed: 'thrown at the square' };
const anyRule = fc.constantFrom(...aRuleOfEach);

test('the winners cost no more than there is, each is told once, and their places are in order', async () => {
  await fc.assert(
    fc.asyncProperty(elections, anyRule, async (told, rule) => {
      const { winners, cost, projects } = await tally(electionOf(told), rule, drawn);
      expect(cost).toBeLessThanOrEqual(told.budget);
      expect(projects.map(({ id }) => id).sort()).toEqual(told.projects.map(({ id }) => id).sort());
      const placed = projects.filter(({ place }) => place !== null).sort((a, b) => a.place! - b.place!);
      expect(placed.map(({ id }) => id)).toEqual(winners);
      expect(placed.map(({ place }) => place)).toEqual(winners.map((_, at) => at + 1));
      expect(placed.reduce((sum, project) => sum + project.cost, 0)).toBe(cost);
    }),
    { numRuns: 300 },
  );
});

test('the order of voters, of projects and on a ballot does not matter', async () => {
  const shuffled = elections.chain((told) =>
    fc.record({
      told: fc.constant(told),
      projects: fc.shuffledSubarray(told.projects, { minLength: told.projects.length }),
      ballots: fc.shuffledSubarray(told.ballots, { minLength: told.ballots.length }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, anyRule, async ({ told, projects, ballots }, rule) => {
      const other = { ...told, projects, ballots: ballots.map(({ choices }) => ({ choices: [...choices].reverse() })) };
      expect(await tally(electionOf(other), rule, drawn)).toEqual(await tally(electionOf(told), rule, drawn));
    }),
    { numRuns: 300 },
  );
});

test('by votes, everybody voting so many times alike changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(elections, fc.integer({ min: 2, max: 5 }), fc.boolean(), async (told, times, stopsAtTooExpensive) => {
      const rule = { kind: 'GREEDY', stopsAtTooExpensive } as const;
      const many = { ...told, ballots: told.ballots.flatMap((ballot) => Array.from({ length: times }, () => ballot)) };
      expect((await tally(electionOf(many), rule, drawn)).winners).toEqual((await tally(electionOf(told), rule, drawn)).winners);
    }),
  );
});

test('what is told of a project is plain data', async () => {
  await fc.assert(
    fc.asyncProperty(elections, anyRule, async (told, rule) => {
      const result = await tally(electionOf(told), rule, drawn);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }),
  );
});

test('a ranking is not counted', async () => {
  const election = electionOf({ budget: 10, kind: 'RANKINGS', projects: [{ id: 'a', cost: 1 }], ballots: [{ choices: ['a'] }] });
  await expect(tally(election, { kind: 'GREEDY' }, drawn)).rejects.toMatchObject({ code: 'ranking-not-counted' });
});
