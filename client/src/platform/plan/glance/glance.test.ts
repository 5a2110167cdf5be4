import type { ActionState } from '@torilla/schema/plan/plan';
import { expect, test } from 'vitest';
import { byState, newsOf } from './glance.ts';

const measure = (number: number, states: ActionState[], days: string[] = [], withdrawnAt: string | null = null) => ({
  id: String(number),
  number,
  title: { fi: `M${number}` },
  purpose: { fi: 'Miksi' },
  actions: states.map((state, k) => ({
    id: `${number}.${k}`,
    state,
    text: { fi: 'Toimi' },
    reports: k ? [] : days.map((day) => ({ id: `${number} ${day}`, day, withdrawnAt, note: { fi: day } })),
  })),
});

test('measures stand by their state, what is late first, and a state of none is left out', () => {
  const groups = byState([measure(1, ['RUNNING', 'DONE']), measure(2, ['LATE', 'RUNNING']), measure(3, ['DONE'])]);
  expect(groups.map(({ state, measures }) => [state, measures.map(({ number }) => number)])).toEqual([
    ['LATE', [2]],
    ['RUNNING', [1]],
    ['DONE', [3]],
  ]);
  expect(groups[0]!.measures[0]).toMatchObject({ actions: 2, done: 0, late: [{ id: '2.0' }] });
});

test('the newest reports of all measures are told, and none that was withdrawn', () => {
  const news = newsOf(
    [measure(1, ['RUNNING'], ['2027-01-02', '2027-03-01']), measure(2, ['DONE'], ['2027-02-01']), measure(3, ['DONE'], ['2027-04-01'], '2027-04-02')],
    2,
  );
  expect(news.map(({ number, day }) => [number, day])).toEqual([
    [1, '2027-03-01'],
    [2, '2027-02-01'],
  ]);
});
