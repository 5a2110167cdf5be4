import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anElection, byId, elections, sharesRule } from '../testing/elections.ts';
import { naiveShares } from '../testing/naive.ts';
import { equalShare } from './completion.ts';
import { electionOf } from './election.ts';
import { EqualShares } from './equalShares.ts';
import { tally } from './tally.ts';
import { ranksOf } from './ties.ts';

test('each supporter pays the same, or all that they have', async () => {
  // ten each. The park takes 8 of five; the two of them who want the pier too then have 2 left, and give all
  const election = anElection(70, { park: 40, pier: 24, pool: 40 }, { park: 3, 'park,pier': 2, pier: 2 });
  const { winners, cost, share, projects } = await tally(election, sharesRule, byId);
  expect(winners).toEqual(['park', 'pier']);
  expect(cost).toBe(64);
  expect(share).toEqual({ numerator: '70', denominator: '7' });
  expect(projects.map(({ id, finding }) => [id, finding])).toEqual([
    ['park', { code: 'FUNDED_BY_SHARES', paid: 8 }],
    ['pier', { code: 'FUNDED_BY_SHARES', paid: 10 }],
    ['pool', { code: 'NO_VOTES' }],
  ]);
});

test('what is worth its cost and what is worth one are bought in another order', async () => {
  const election = anElection(100, { big: 60, small: 30 }, { big: 6, small: 4 });
  expect((await tally(election, sharesRule, byId)).winners).toEqual(['big', 'small']);
  expect((await tally(election, { ...sharesRule, utility: 'CARDINALITY' }, byId)).winners).toEqual(['small', 'big']);
});

test('thirds come out even: three thirds buy what costs one', async () => {
  // a share of a third each; a float would have to guess whether three make one
  const election = anElection(1, { a: 1, b: 1 }, { a: 2, 'a,b': 1 });
  expect((await tally(election, sharesRule, byId)).winners).toEqual(['a']);
  // a third of a cent more than the one costs, two thirds less than the other
  const much = anElection(3_000_000_000_000_001, { a: 1_000_000_000_000_000, b: 1_000_000_000_000_001 }, { a: 1, b: 1, '': 1 });
  expect((await tally(much, sharesRule, byId)).winners).toEqual(['a']);
});

test('who has nothing left buys nothing, and what is free costs nobody anything', async () => {
  const election = anElection(10, { a: 10, b: 5, gift: 0, unwanted: 0 }, { 'a,b,gift': 2 });
  const { winners, projects } = await tally(election, sharesRule, byId);
  expect(winners).toEqual(['gift', 'b']);
  expect(projects.find(({ id }) => id === 'a')).toMatchObject({ finding: { behind: 5, lacking: 5, left: null }, enough: { cost: 5, votes: null } });
  expect(projects.find(({ id }) => id === 'unwanted')!.finding).toEqual({ code: 'NO_VOTES' });
});

test('nobody voted, or nobody for anything', async () => {
  for (const ballots of [{}, { '': 5 }] as Record<string, number>[])
    expect(await tally(anElection(100, { a: 10 }, ballots), sharesRule, byId)).toMatchObject({
      winners: [],
      cost: 0,
      projects: [{ finding: { code: 'NO_VOTES' } }],
    });
});

test('a voter who chose nothing has a share all the same', async () => {
  expect((await tally(anElection(20, { a: 20 }, { a: 2 }), sharesRule, byId)).winners).toEqual(['a']);
  expect((await tally(anElection(20, { a: 20 }, { a: 2, '': 1 }), sharesRule, byId)).winners).toEqual([]);
});

test('counts as the rule says by the letter, and ends only when nobody can buy', async () => {
  await fc.assert(
    fc.asyncProperty(elections, fc.constantFrom('COST' as const, 'CARDINALITY' as const), fc.integer({ min: 1, max: 9 }), async (told, utility, times) => {
      const election = electionOf(told);
      const ranks = await ranksOf(election, byId);
      const { numerator, denominator } = equalShare(election);
      const shares = new EqualShares(election, ranks, utility);
      // with another share before it: a count takes nothing over from the last
      shares.count({ numerator, denominator });
      const share = { numerator: numerator * BigInt(times), denominator };
      const { taken } = shares.count(share)!;
      expect([...taken].sort()).toEqual([...naiveShares(election, ranks, utility, share).taken].sort());
      expect(taken.filter((p) => election.costs[p]! > 0)).toEqual(naiveShares(election, ranks, utility, share).taken.filter((p) => election.costs[p]! > 0));
      for (const [p, cost] of election.costs.entries()) {
        const { numerator: behind, denominator: parts } = shares.behind(p);
        if (!taken.includes(p) && election.votes[p]! > 0) expect(behind < BigInt(cost) * parts).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('with the cost that is said to be enough a project is funded', async () => {
  await fc.assert(
    fc.asyncProperty(elections, fc.constantFrom('NONE' as const, 'UTILITARIAN' as const), async (told, completion) => {
      const rule = { ...sharesRule, completion };
      for (const { id, enough } of (await tally(electionOf(told), rule, byId)).projects) {
        if (enough.cost === null) continue;
        const projects = told.projects.map((project) => (project.id === id ? { ...project, cost: enough.cost! } : project));
        expect((await tally(electionOf({ ...told, projects }), rule, byId)).winners).toContain(id);
      }
    }),
  );
});

test('a hundred thousand voters who agree on everything, to the last cent', async () => {
  const ids = Array.from({ length: 10 }, (_, n) => `p${n}`);
  const projects = ids.map((id, n) => ({ id, cost: 100_000 * (n + 1) }));
  const election = electionOf({ budget: 5_500_000, projects, ballots: Array.from({ length: 100_000 }, () => ({ choices: ids })) });
  const { winners, cost } = await tally(election, sharesRule, byId);
  expect(winners).toHaveLength(10);
  expect(cost).toBe(5_500_000);
});
