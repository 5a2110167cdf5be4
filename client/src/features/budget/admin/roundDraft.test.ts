import { SaveRound } from '@torilla/schema/budget/round';
import { expect, test } from 'vitest';
import { draftOf, faultsOf, inputOf, isReadyForBallot, newArea } from './roundDraft.ts';

const whole = () => {
  const draft = draftOf(null, 2027);
  Object.assign(draft, { unit: 'green-services', title: { fi: 'Haminan budjetti', sv: '', en: '' } });
  draft.areas[0]!.money = '50 000';
  return draft;
};

test('a new round lacks its name, its unit and its money, and nothing else', () => {
  expect([...faultsOf(draftOf(null, 2027))]).toEqual([
    ['unit', 'fill'],
    ['title', 'fill'],
    ['areas.0.budgetCents', 'fill'],
  ]);
  expect(faultsOf(whole()).size).toBe(0);
});

test('what its kind has no use for stays behind', () => {
  const draft = whole();
  Object.assign(draft.ballot, { kind: 'ONE', least: '2', points: '10', leastMoney: '5' });
  Object.assign(draft.count, { kind: 'EQUAL_SHARES', completion: 'NONE', leastVotes: '7' });
  const { ballot, count, areas } = SaveRound.parse(inputOf(draft, null));
  expect(ballot).toEqual({ kind: 'ONE', least: null, most: null, leastCents: null, points: null, mostPoints: null, changeable: true });
  expect(count).toEqual({ kind: 'EQUAL_SHARES', utility: 'COST', completion: 'NONE', comparison: 'NONE' });
  expect(areas[0]!.budgetCents).toBe(5_000_000);
});

test('what is wrong is told by its place', () => {
  const draft = whole();
  draft.areas.push({ ...newArea(), money: 'paljon' });
  Object.assign(draft, { year: 'ensi', leastAge: '30', mostAge: '20', proofs: [] });
  Object.assign(draft.ballot, { least: '5', most: '3' });
  draft.days[0] = { phase: 'IDEAS', from: '2027-03-01', to: '2027-04-01' };
  draft.days[1] = { phase: 'SCREENING', from: '2027-03-15', to: null };
  draft.closes = { day: '2027-06-01', time: null };
  expect(Object.fromEntries(faultsOf(draft))).toMatchObject({
    year: 'fill',
    proofs: 'fill',
    'areas.1.name': 'fill',
    'areas.1.budgetCents': 'fill',
    'ballot.most': 'fewer-than-least',
    days: 'phases-overlap',
    votingClosesAt: 'fill',
  });
});

test('what spans several fields is told once each of them is right', () => {
  const draft = whole();
  Object.assign(draft, { leastAge: '30', mostAge: '20', opens: { day: '2027-06-02', time: '09:00' }, closes: { day: '2027-06-01', time: '18:00' } });
  expect(Object.fromEntries(faultsOf(draft))).toEqual({ mostAge: 'younger-than-youngest', votingClosesAt: 'closes-before-it-opens' });
  expect(isReadyForBallot(draft)).toBe(true);
});
