import { describe, expect, test } from 'vitest';
import { measureState, progressOf } from './measure.ts';
import type { ActionState } from './plan.ts';
import { actionState, lastReported, reportable, type Reported, type ReportFacts, type ScheduleFacts } from './state.ts';

const may2024 = '2024-05-18';
const may2027 = '2027-05-18';

const nothing = null;
const told = (state: ActionState, day: string, firm = false): Reported => ({ state, day, firm });

describe('an action of which nothing was reported', () => {
  test('runs when it goes on all the time', () => expect(actionState({ kind: 'CONTINUOUS' }, nothing, may2027)).toBe('RUNNING'));
  test('runs until its day, that day included, and is late from the next', () => {
    const due = { kind: 'DUE', due: '2024-12-31' } as const;
    expect(actionState(due, nothing, may2024)).toBe('RUNNING');
    expect(actionState(due, nothing, '2024-12-31')).toBe('RUNNING');
    expect(actionState(due, nothing, '2025-01-01')).toBe('LATE');
  });
  test('is planned before its first year when it returns every year', () => {
    expect(actionState({ kind: 'YEARLY', season: 'SPRING', first: 2025 }, nothing, may2024)).toBe('PLANNED');
    expect(actionState({ kind: 'YEARLY', season: 'SPRING', first: 2023 }, nothing, may2024)).toBe('RUNNING');
    expect(actionState({ kind: 'YEARLY', first: null }, nothing, may2024)).toBe('RUNNING');
  });
  test('is late once the year is over in which it was to be prepared', () => {
    expect(actionState({ kind: 'IN_PREPARATION' }, nothing, may2027)).toBe('PLANNED');
    expect(actionState({ kind: 'IN_PREPARATION', year: 2024 }, nothing, may2024)).toBe('PLANNED');
    expect(actionState({ kind: 'IN_PREPARATION', year: 2024 }, nothing, may2027)).toBe('LATE');
  });
});

describe('an action that was reported on', () => {
  const due = { kind: 'DUE', due: '2024-12-31' } as const;
  const yearly = { kind: 'YEARLY', season: 'SPRING', first: 2023 } as const;
  const prepared = { kind: 'IN_PREPARATION', year: 2024 } as const;

  test.each<[what: string, schedule: ScheduleFacts, reported: Reported, today: string, state: ActionState]>([
    ['is done, in time or after it', due, told('DONE', '2025-02-01'), may2027, 'DONE'],
    ['runs until its day, whatever was said before', due, told('RUNNING', may2024), '2024-12-31', 'RUNNING'],
    ['is late after it when it was only begun', due, told('RUNNING', may2024), '2025-01-01', 'LATE'],
    ['is late after it even when somebody tells then that it goes on', due, told('RUNNING', '2025-03-01'), '2025-03-02', 'LATE'],
    ['waits when it was not begun', due, told('PLANNED', may2024), may2024, 'PLANNED'],
    ['is late when its unit says so before the day', due, told('LATE', may2024), may2024, 'LATE'],
    ['is done for the year', yearly, told('DONE', '2026-04-20'), '2026-12-31', 'DONE'],
    ['runs again in the next', yearly, told('DONE', '2026-04-20'), '2027-01-01', 'RUNNING'],
    ['runs once its preparation was begun', prepared, told('RUNNING', may2024), may2027, 'RUNNING'],
    ['is still late when preparation is still only planned', prepared, told('PLANNED', may2024), may2027, 'LATE'],
    ['goes on though one round of it was done', { kind: 'CONTINUOUS' }, told('DONE', may2024), may2024, 'RUNNING'],
    ['waits though it should go on', { kind: 'CONTINUOUS' }, told('PLANNED', may2024), may2027, 'PLANNED'],
    ['is what was said firmly', due, told('RUNNING', may2024, true), may2027, 'RUNNING'],
    ['is what was said firmly in any year', yearly, told('DONE', may2024, true), may2027, 'DONE'],
  ])('%s', (_, schedule, reported, today, state) => expect(actionState(schedule, reported, today)).toBe(state));

  test('is what the newest report says: by the day that it tells of, then by when it was written', () => {
    const one = { firm: false, withdrawnAt: null };
    const reports: ReportFacts[] = [
      { ...one, day: '2025-03-01', reportedAt: '2025-03-04T09:00:00Z', state: 'DONE' },
      { ...one, day: '2025-03-01', reportedAt: '2025-03-02T09:00:00Z', state: 'RUNNING' },
      { ...one, day: '2024-01-01', reportedAt: '2025-03-09T09:00:00Z', state: 'LATE' },
      { ...one, day: '2025-04-01', reportedAt: '2025-04-01T09:00:00Z', state: null },
      { ...one, day: '2025-05-01', reportedAt: '2025-05-01T09:00:00Z', state: 'PLANNED', withdrawnAt: '2025-05-02T09:00:00Z' },
    ];
    expect(lastReported(reports)).toEqual(told('DONE', '2025-03-01'));
    expect(lastReported(reports.toReversed())).toEqual(told('DONE', '2025-03-01'));
    expect(lastReported(reports, '2024-12-31')).toEqual(told('LATE', '2024-01-01'));
    expect(lastReported(reports, '2023-12-31')).toBeNull();
  });

  test('may be reported done unless it goes on all the time', () => {
    expect(reportable('CONTINUOUS')).not.toContain('DONE');
    expect(reportable('DUE')).toContain('DONE');
  });
});

describe('a measure', () => {
  test('is late as soon as one action is', () => expect(measureState(['RUNNING', 'LATE', 'DONE'])).toBe('LATE'));
  test('is done when every action is', () => {
    expect(measureState(['DONE', 'DONE'])).toBe('DONE');
    expect(measureState(['DONE', 'PLANNED'])).toBe('RUNNING');
  });
  test('is being prepared until an action runs', () => {
    expect(measureState(['PLANNED', 'PLANNED'])).toBe('PLANNED');
    expect(measureState(['PLANNED', 'RUNNING'])).toBe('RUNNING');
    expect(measureState([])).toBe('PLANNED');
  });
  test('is as far as the share of its actions that run or are done', () => {
    expect(progressOf(['RUNNING', 'LATE', 'LATE'])).toBeCloseTo(1 / 3);
    expect(progressOf(['DONE', 'RUNNING'])).toBe(1);
    expect(progressOf([])).toBe(0);
  });
});
