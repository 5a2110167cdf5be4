import { expect, test } from 'vitest';
import { feedbackStates, handling, isOpen } from './states.ts';

test('every state but the first is reached, and none is a dead end', () => {
  for (const to of feedbackStates) expect(feedbackStates.some((from) => handling.can(from, to))).toBe(to !== 'RECEIVED');
  for (const from of feedbackStates) expect(feedbackStates.some((to) => handling.can(from, to))).toBe(true);
});

test('only what is settled is taken up again, and then it is open', () => {
  for (const state of feedbackStates) expect(handling.can(state, 'REOPENED')).toBe(!isOpen(state));
  expect(isOpen('REOPENED')).toBe(true);
});
