import { expect, test } from 'vitest';
import { CountRule, TieOrder } from './rules.ts';
import { aRuleOfEach, sharesRule } from './testing/elections.ts';

test('each kind of rule is one, and says all that it needs', () => {
  for (const rule of aRuleOfEach) expect(CountRule.safeParse(rule).success).toBe(true);
  expect(CountRule.safeParse({ ...sharesRule, leastVotes: null, start: null }).success).toBe(true);
});

test.each([
  ['shares without a utility', { ...sharesRule, utility: null }],
  ['a utility without shares', { kind: 'GREEDY', utility: 'COST' }],
  ['raised shares without a unit', { ...sharesRule, completion: 'ADD_ONE', start: 'EXACT', stop: 'EXHAUSTIVE' }],
  ['a unit without raised shares', { ...sharesRule, unitCents: 1 }],
  ['rounding down to nothing', { ...sharesRule, completion: 'ADD_ONE', start: 'FLOOR', unitCents: 1, stop: 'EXHAUSTIVE' }],
  ['rounding what is exact', { ...sharesRule, completion: 'ADD_ONE', start: 'EXACT', floorCents: 1, unitCents: 1, stop: 'EXHAUSTIVE' }],
  ['a threshold for shares', { ...sharesRule, leastVotes: 1 }],
  ['a kind that nobody knows', { kind: 'LOTTERY' }],
])('%s is no rule', (_, rule) => {
  expect(CountRule.safeParse(rule).success).toBe(false);
});

test('an order of ties has a seed exactly if it is drawn', () => {
  expect(TieOrder.safeParse({ steps: ['MOST_VOTES', 'LEAST_COST'], end: 'DRAWN', seed: 'a' }).success).toBe(true);
  expect(TieOrder.safeParse({ steps: [], end: 'ID' }).success).toBe(true);
  expect(TieOrder.safeParse({ steps: [], end: 'DRAWN' }).success).toBe(false);
  expect(TieOrder.safeParse({ steps: [], end: 'ID', seed: 'a' }).success).toBe(false);
  expect(TieOrder.safeParse({ steps: ['LEAST_COST', 'LEAST_COST'], end: 'ID' }).success).toBe(false);
});
