import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anElection, byId, elections } from '../testing/elections.ts';
import { electionOf } from './election.ts';
import { tally } from './tally.ts';

const costs = { a: 50, b: 60, c: 40, d: 10 };
const ballots = { 'a,b': 3, a: 2, b: 1, 'c,d': 2, d: 1, '': 4 };

test('what does not fit is passed over', async () => {
  const { winners, cost, projects } = await tally(anElection(100, costs, ballots), { kind: 'GREEDY' }, byId);
  expect(winners).toEqual(['a', 'd', 'c']);
  expect(cost).toBe(100);
  expect(projects.map(({ id, votes, place }) => [id, votes, place])).toEqual([
    ['a', 5, 1],
    ['b', 4, null],
    ['d', 3, 2],
    ['c', 2, 3],
  ]);
  // with five votes too it would come before a, which costs less, only with a sixth
  expect(projects[1]).toMatchObject({ finding: { code: 'TOO_EXPENSIVE', left: 50 }, enough: { votes: 6, cost: 50 } });
});

test('or ends the count', async () => {
  const { winners, projects } = await tally(anElection(100, costs, ballots), { kind: 'GREEDY', stopsAtTooExpensive: true }, byId);
  expect(winners).toEqual(['a']);
  expect(projects.find(({ id }) => id === 'd')!.finding).toEqual({ code: 'AFTER_END', by: 'b' });
});

test('a project with too few votes is not funded, whatever is left', async () => {
  const { winners, projects } = await tally(anElection(1000, costs, ballots), { kind: 'GREEDY', leastVotes: 3 }, byId);
  expect(winners).toEqual(['a', 'b', 'd']);
  expect(projects[3]).toMatchObject({ id: 'c', finding: { code: 'TOO_FEW_VOTES', least: 3 }, enough: { votes: 3, cost: null } });
});

test('of two projects for one place the one with more votes is built', async () => {
  const election = electionOf({
    budget: 100,
    projects: [
      { id: 'bench', cost: 20, place: 'square' },
      { id: 'swing', cost: 30, place: 'square' },
      { id: 'lamp', cost: 30, place: 'park' },
    ],
    ballots: [{ choices: ['swing', 'lamp'] }, { choices: ['swing'] }, { choices: ['bench'] }],
  });
  const { winners, projects } = await tally(election, { kind: 'GREEDY', onePerPlace: true }, byId);
  expect(winners).toEqual(['swing', 'lamp']);
  expect(projects.find(({ id }) => id === 'bench')).toMatchObject({ finding: { code: 'PLACE_TAKEN', by: 'swing' }, enough: { votes: 2 } });
});

test('nothing is affordable, all is, nobody voted, something is free', async () => {
  const winners = async (budget: number, votes: Record<string, number>, prices: Record<string, number> = costs) =>
    (await tally(anElection(budget, prices, votes), { kind: 'GREEDY' }, byId)).winners;
  expect(await winners(5, ballots)).toEqual([]);
  expect(await winners(160, ballots)).toEqual(['a', 'b', 'd', 'c']);
  // by the letter: nobody asked for any of them, the cheaper first
  expect(await winners(100, {})).toEqual(['d', 'c', 'a']);
  expect(await winners(0, { 'a,b': 1 }, { a: 0, b: 1 })).toEqual(['a']);
});

test('points are summed, and weigh like votes', async () => {
  const election = electionOf({
    budget: 10,
    kind: 'POINTS',
    projects: [
      { id: 'a', cost: 10 },
      { id: 'b', cost: 10 },
    ],
    ballots: [
      { choices: ['a', 'b'], points: [1, 4] },
      { choices: ['a'], points: [2] },
    ],
  });
  expect((await tally(election, { kind: 'GREEDY' }, byId)).winners).toEqual(['b']);
  await expect(tally(election, { kind: 'PHRAGMEN' }, byId)).rejects.toMatchObject({ code: 'rule-needs-approvals' });
});

test('what is said to be enough is, and one vote less is not', async () => {
  const rules = fc.record({
    kind: fc.constant('GREEDY' as const),
    leastVotes: fc.constantFrom(0, 3),
    stopsAtTooExpensive: fc.boolean(),
    onePerPlace: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(elections, rules, async (told, rule) => {
      const isFunded = async (id: string, votes: number, cost?: number) => {
        const projects = told.projects.map((project) => (project.id === id && cost !== undefined ? { ...project, cost } : project));
        const more = Array.from({ length: votes }, () => ({ choices: [id] }));
        return (await tally(electionOf({ ...told, projects, ballots: [...told.ballots, ...more] }), rule, byId)).winners.includes(id);
      };
      for (const { id, votes, place, enough } of (await tally(electionOf(told), rule, byId)).projects) {
        if (place !== null) continue;
        if (enough.votes === null) expect(await isFunded(id, 50)).toBe(false);
        else {
          expect(await isFunded(id, enough.votes - votes)).toBe(true);
          expect(await isFunded(id, enough.votes - votes - 1)).toBe(false);
        }
        if (enough.cost !== null) expect(await isFunded(id, 0, enough.cost)).toBe(true);
      }
    }),
  );
});
