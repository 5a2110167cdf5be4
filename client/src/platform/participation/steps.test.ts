import { expect, test } from 'vitest';
import { nextStep, stepState } from './steps.ts';

const steps = [
  { startsOn: '2027-01-10', endsOn: null },
  { startsOn: '2027-02-01', endsOn: '2027-02-14' },
  { startsOn: '2027-03-01', endsOn: null },
  { startsOn: null, endsOn: null },
];

test('a step of one day is over the day after; one of several goes on until its last', () => {
  const states = (today: string) => steps.map((step) => stepState(step, today));
  expect(states('2027-01-10')).toEqual(['NOW', 'AHEAD', 'AHEAD', 'AHEAD']);
  expect(states('2027-02-14')).toEqual(['PAST', 'NOW', 'AHEAD', 'AHEAD']);
  expect(states('2027-03-02')).toEqual(['PAST', 'PAST', 'PAST', 'AHEAD']);
});

test('what comes next is what goes on, or the first that is ahead', () => {
  expect(nextStep(steps, '2027-01-20')).toBe(steps[1]);
  expect(nextStep(steps, '2027-02-02')).toBe(steps[1]);
  expect(nextStep(steps.slice(0, 3), '2027-04-01')).toBeNull();
});
