import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountRule } from '../rules.ts';
import { anElection, byId, elections, sharesRule } from '../testing/elections.ts';
import { naiveAddOne } from '../testing/naive.ts';
import { electionOf } from './election.ts';
import { tally } from './tally.ts';
import { ranksOf } from './ties.ts';

const raised: CountRule = { ...sharesRule, completion: 'ADD_ONE', start: 'EXACT', unitCents: 1, stop: 'EXHAUSTIVE' };
// two camps: with equal shares alone neither can buy what it wants most
const costs = { a: 70, b: 40, c: 30 };
const ballots = { 'a,c': 6, 'b,c': 4 };

test('what is left goes by votes', async () => {
  const { winners, projects } = await tally(anElection(100, costs, ballots), { ...sharesRule, completion: 'UTILITARIAN' }, byId);
  expect(winners).toEqual(['c', 'a']);
  expect(projects.map(({ finding }) => finding)).toEqual([
    { code: 'FUNDED_BY_SHARES', paid: 3 },
    { code: 'FUNDED_FROM_REST', left: 70 },
    { code: 'TOO_LITTLE_BEHIND', behind: 28, lacking: 12, left: 0 },
  ]);
});

test('or shares are raised until no more fits, and the last that the money allows stands', async () => {
  const { winners, share, projects } = await tally(anElection(100, costs, ballots), raised, byId);
  expect(winners).toEqual(['c', 'b']);
  expect(share).toEqual({ numerator: '130', denominator: '10' });
  expect(projects.find(({ id }) => id === 'a')).toMatchObject({ finding: { code: 'TOO_LITTLE_BEHIND', behind: 60, lacking: 10 }, enough: { cost: null } });
});

test('a coarse unit passes by what a fine one finds, and the start may be rounded down', async () => {
  const election = anElection(1000, { a: 600, b: 500 }, { a: 4, b: 3 });
  const coarse = await tally(election, { ...raised, unitCents: 100 }, byId);
  // at a share of 242 both would be bought
  expect(coarse).toMatchObject({ winners: [], share: { numerator: '1000', denominator: '7' } });
  const fine = await tally(election, { ...raised, start: 'FLOOR', floorCents: 100, unitCents: 50 }, byId);
  expect(fine).toMatchObject({ winners: ['a'], share: { numerator: '150', denominator: '1' } });
});

test('until infeasible goes on where exhaustive ends', async () => {
  // with five each c is bought, and nothing more fits; with nine each a is, and c no more
  const election = anElection(12, { a: 11, b: 10, c: 5 }, { a: 1, b: 1, 'a,c': 1 });
  expect(await tally(election, raised, byId)).toMatchObject({ winners: ['c'], share: { numerator: '15', denominator: '3' } });
  expect(await tally(election, { ...raised, stop: 'UNTIL_INFEASIBLE' }, byId)).toMatchObject({ winners: ['a'], share: { numerator: '27', denominator: '3' } });
});

test('raising ends when all that anybody voted for is funded', async () => {
  const election = anElection(1000, { a: 10, b: 10, nobody: 5 }, { a: 1, b: 1, '': 8 });
  for (const stop of ['EXHAUSTIVE', 'UNTIL_INFEASIBLE'] as const) expect((await tally(election, { ...raised, stop }, byId)).winners).toEqual(['a', 'b']);
  expect((await tally(election, { ...raised, completion: 'ADD_ONE_UTILITARIAN' }, byId)).winners).toEqual(['a', 'b', 'nobody']);
});

test('the count by votes wins where more voters have more of it; who has nothing of either result counts too', async () => {
  // shares give each camp its own; by votes the larger has both
  const election = anElection(100, { a: 50, b: 50, c: 34 }, { 'a,b': 6, c: 3 });
  const { winners, preferences } = await tally(election, { ...sharesRule, comparison: 'SATISFACTION' }, byId);
  expect(preferences).toEqual({ shares: 0, votes: 6 });
  expect(winners).toEqual(['a', 'b']);
  const excluded = await tally(election, { ...sharesRule, comparison: 'EXCLUSION_RATIO' }, byId);
  expect(excluded).toMatchObject({ winners: ['a'], preferences: { shares: 0, votes: 0 } });
});

test('shares are raised as the rule says by the letter, and what is left then goes by votes', async () => {
  await fc.assert(
    fc.asyncProperty(elections, fc.constantFrom('EXHAUSTIVE' as const, 'UNTIL_INFEASIBLE' as const), async (told, stop) => {
      const election = electionOf(told);
      const { taken, times } = naiveAddOne(election, await ranksOf(election, byId), stop);
      const { winners, share } = await tally(election, { ...raised, stop }, byId);
      expect([...winners].sort()).toEqual(taken.map((p) => election.ids[p]).sort());
      expect(share!.numerator).toBe(String(election.budget + times * Math.max(election.voters, 1)));
      const more = await tally(election, { ...raised, stop, completion: 'ADD_ONE_UTILITARIAN' }, byId);
      expect(more.winners.slice(0, winners.length)).toEqual(winners);
    }),
  );
});
