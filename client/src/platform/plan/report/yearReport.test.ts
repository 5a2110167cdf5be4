import { expect, test } from 'vitest';
import type { Figure, Report } from '../useProgress.ts';
import { endOf, versionOf, yearReport, yearsOf, type PlannedMeasure } from './yearReport.ts';

const measures = [
  {
    id: 'm5',
    number: 5,
    title: { fi: 'Jalkautuminen' },
    purpose: { fi: 'Tavataan' },
    actions: [
      {
        id: 'a',
        text: { fi: 'Teko' },
        schedule: { kind: 'DUE', due: '2024-12-31' },
        responsible: [],
        budgets: [{ year: 2024 }, { year: 2025 }],
        targets: [{ year: 2024 }],
      },
    ],
  },
] as unknown as PlannedMeasure[];
const report = (day: string, more: object = {}) =>
  ({ id: day, day, note: { fi: day }, state: null, firm: false, reportedAt: `${day}T09:00:00Z`, withdrawnAt: null, ...more }) as Report;
const reports = new Map([
  ['a', [report('2025-03-01', { state: 'DONE' }), report('2024-06-01', { state: 'RUNNING' }), report('2024-05-01', { withdrawnAt: '2024-05-02T00:00:00Z' })]],
]);
const figures = [
  { measure: 5, key: 'x', value: 3 },
  { measure: 6, key: 'x', value: 9 },
] as unknown as Figure[];
const of = (year: number, today = '2027-05-18') => yearReport(measures, reports, figures, year, today)[0]!;

test('a measure stands where it stood at the end of the year, whatever came after', () => {
  expect(of(2024).state).toBe('RUNNING');
  expect(of(2025).state).toBe('DONE');
  expect(of(2025, '2025-02-01').state).toBe('LATE');
});

test("a year's report has what was told of that year, its money and targets, and its measure's figures", () => {
  const [action] = of(2024).actions;
  expect(action!.reports.map(({ day }) => day)).toEqual(['2024-06-01']);
  expect([action!.budgets.length, action!.targets.length]).toEqual([1, 1]);
  expect(of(2024).figures).toHaveLength(1);
});

test('there is a report of each year since the plan began, this one included', () => {
  expect(yearsOf([{ from: 2026 }, { from: 2025 }], '2027-05-18')).toEqual([2027, 2026, 2025]);
  expect(yearsOf([{ from: 2028 }], '2027-05-18')).toEqual([]);
  expect(yearsOf([], '2027-05-18')).toEqual([]);
  expect([endOf(2026, '2027-05-18'), endOf(2027, '2027-05-18')]).toEqual(['2026-12-31', '2027-05-18']);
});

test('a year belongs to the plan that had begun, though the next is adopted already', () => {
  const versions = [{ from: 2027 }, { from: 2023 }];
  expect([2022, 2026, 2028].map((year) => versionOf(versions, year)?.from)).toEqual([undefined, 2023, 2027]);
});
