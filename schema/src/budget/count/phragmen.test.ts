import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anElection, byId, elections } from '../testing/elections.ts';
import { naivePhragmen } from '../testing/naive.ts';
import { electionOf } from './election.ts';
import { phragmen } from './phragmen.ts';
import { tally } from './tally.ts';
import { ranksOf } from './ties.ts';

const rule = { kind: 'PHRAGMEN' } as const;

test('the load is spread: after the first project of a camp the other camp is next', async () => {
  const { winners, projects } = await tally(anElection(30, { a: 10, b: 10, c: 10, d: 10 }, { 'a,b': 3, 'c,d': 2, d: 0 }), rule, byId);
  expect(winners).toEqual(['a', 'c', 'b']);
  expect(projects.find(({ id }) => id === 'd')!.finding).toEqual({ code: 'TOO_EXPENSIVE', left: 0 });
});

test('it ends when the next is too expensive, but what costs more than the whole budget never was next', async () => {
  const election = anElection(100, { palace: 1000, a: 60, b: 50, c: 10 }, { 'palace,a': 5, b: 4, c: 1, '': 1 });
  const { winners, projects } = await tally(election, rule, byId);
  // c carries 10 on one, b would carry 12.5 on each of four: c is first
  expect(winners).toEqual(['c', 'a']);
  expect(projects.map(({ id, finding }) => [id, finding.code])).toEqual([
    ['a', 'FUNDED_BY_LOAD'],
    ['palace', 'TOO_EXPENSIVE'],
    ['b', 'TOO_EXPENSIVE'],
    ['c', 'FUNDED_BY_LOAD'],
  ]);
});

test('counts as the rule says by the letter', async () => {
  await fc.assert(
    fc.asyncProperty(elections, async (told) => {
      const election = electionOf(told);
      const ranks = await ranksOf(election, byId);
      expect(phragmen(election, ranks).taken).toEqual(naivePhragmen(election, ranks));
    }),
    { numRuns: 300 },
  );
});
