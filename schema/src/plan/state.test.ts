import { describe, expect, test } from 'vitest';
import { actionState, measureState, progressOf } from './state.ts';

const may2024 = '2024-05-18';
const may2027 = '2027-05-18';

describe('an action', () => {
  test('that goes on all the time runs', () => expect(actionState({ kind: 'CONTINUOUS' }, may2027)).toBe('RUNNING'));
  test('runs until its day, that day included, and is late from the next', () => {
    const due = { kind: 'DUE', due: '2024-12-31' } as const;
    expect(actionState(due, may2024)).toBe('RUNNING');
    expect(actionState(due, '2024-12-31')).toBe('RUNNING');
    expect(actionState(due, '2025-01-01')).toBe('LATE');
  });
  test('that returns every year is being prepared before its first year', () => {
    expect(actionState({ kind: 'YEARLY', season: 'SPRING', first: 2025 }, may2024)).toBe('PREPARING');
    expect(actionState({ kind: 'YEARLY', season: 'SPRING', first: 2023 }, may2024)).toBe('RUNNING');
    expect(actionState({ kind: 'YEARLY', first: null }, may2024)).toBe('RUNNING');
  });
  test('in preparation is late once its year is over', () => {
    expect(actionState({ kind: 'IN_PREPARATION' }, may2027)).toBe('PREPARING');
    expect(actionState({ kind: 'IN_PREPARATION', year: 2024 }, may2024)).toBe('PREPARING');
    expect(actionState({ kind: 'IN_PREPARATION', year: 2024 }, may2027)).toBe('LATE');
  });
});

describe('a measure', () => {
  test('is late as soon as one action is', () => expect(measureState(['RUNNING', 'LATE', 'DONE'])).toBe('LATE'));
  test('is done when every action is', () => {
    expect(measureState(['DONE', 'DONE'])).toBe('DONE');
    expect(measureState(['DONE', 'PREPARING'])).toBe('RUNNING');
  });
  test('is being prepared until an action runs', () => {
    expect(measureState(['PREPARING', 'PREPARING'])).toBe('PREPARING');
    expect(measureState(['PREPARING', 'RUNNING'])).toBe('RUNNING');
    expect(measureState([])).toBe('PREPARING');
  });
  test('is as far as the share of its actions that run or are done', () => {
    expect(progressOf(['RUNNING', 'LATE', 'LATE'])).toBeCloseTo(1 / 3);
    expect(progressOf(['DONE', 'RUNNING'])).toBe(1);
    expect(progressOf([])).toBe(0);
  });
});
