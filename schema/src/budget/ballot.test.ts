import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BallotRule, faultOf, type Choice } from './ballot.ts';

const costs = new Map([
  ['bench', 300_000],
  ['slide', 1_200_000],
  ['trees', 800_000],
  ['light', 2_000_000],
]);
const onBallot = { budgetCents: 2_500_000, costs };
const rule = (given: Partial<BallotRule>): BallotRule => BallotRule.parse({ kind: 'APPROVAL', changeable: true, ...given });
const chosen = (...ids: string[]): Choice[] => ids.map((id) => ({ id }));

test.each([
  ['no project', {}, [], 'too-few'],
  ['one too few', { least: 2 }, chosen('bench'), 'too-few'],
  ['as few as may be', { least: 2, most: 2 }, chosen('bench', 'slide'), null],
  ['one too many', { most: 2 }, chosen('bench', 'slide', 'trees'), 'too-many'],
  ['a project that is not on the ballot', {}, chosen('bench', 'moon'), 'unknown-project'],
  ['one twice', {}, chosen('bench', 'bench'), 'project-twice'],
  ['two where one is chosen', { kind: 'ONE' }, chosen('bench', 'slide'), 'too-many'],
  ['a basket to the cent', { kind: 'BASKET' }, chosen('bench', 'light'), null],
  ['a basket over the money', { kind: 'BASKET' }, chosen('slide', 'light'), 'over-budget'],
  ['a basket under its least', { kind: 'BASKET', leastCents: 1_250_000 }, chosen('slide'), 'under-least'],
  ['over the money, where that does not matter', {}, chosen('slide', 'light'), null],
  [
    'all points given',
    { kind: 'POINTS', points: 5 },
    [
      { id: 'bench', points: 4 },
      { id: 'slide', points: 1 },
    ],
    null,
  ],
  [
    'a point too many',
    { kind: 'POINTS', points: 5 },
    [
      { id: 'bench', points: 5 },
      { id: 'slide', points: 1 },
    ],
    'points-wrong',
  ],
  ['more for one than it may have', { kind: 'POINTS', points: 5, mostPoints: 3 }, [{ id: 'bench', points: 4 }], 'points-wrong'],
  ['half a point', { kind: 'POINTS', points: 5 }, [{ id: 'bench', points: 0.5 }], 'points-wrong'],
  ['none for one that is named', { kind: 'POINTS', points: 5 }, [{ id: 'bench', points: 0 }], 'points-wrong'],
  ['points where none are given', {}, [{ id: 'bench', points: 1 }], 'points-wrong'],
  ['an order', { kind: 'RANKING', most: 3 }, chosen('trees', 'bench', 'light'), null],
] as const)('%s: %s', (_name, given, choices, fault) => {
  expect(faultOf(rule(given as Partial<BallotRule>), onBallot, choices)).toBe(fault);
});

test('a rule that no ballot can fit is none', () => {
  for (const wrong of [
    { kind: 'ONE', most: 2 },
    { kind: 'APPROVAL', least: 3, most: 2 },
    { kind: 'APPROVAL', leastCents: 100 },
    { kind: 'POINTS' },
    { kind: 'APPROVAL', points: 5 },
    { kind: 'POINTS', points: 5, mostPoints: 6 },
  ])
    expect(BallotRule.safeParse({ changeable: true, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
});

test('a basket is whole exactly when its money fits', () => {
  fc.assert(
    fc.property(fc.subarray([...costs.keys()], { minLength: 1 }), fc.integer({ min: 1, max: 5_000_000 }), (ids, budgetCents) => {
      const spent = ids.reduce((sum, id) => sum + costs.get(id)!, 0);
      expect(faultOf(rule({ kind: 'BASKET' }), { budgetCents, costs }, chosen(...ids))).toBe(spent > budgetCents ? 'over-budget' : null);
    }),
  );
});
