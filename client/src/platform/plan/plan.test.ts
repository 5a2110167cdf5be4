import { expect, test } from 'vitest';
import { mount } from '../../testing/mount.ts';
import { governanceSteps } from './governance.ts';
import PlanWheel from './PlanWheel.vue';
import { scheduleWords } from './schedule.ts';
import { sectorOf } from './sector.ts';
import { sectorShape } from './wheel.ts';

test('schedules are said as people say them', () => {
  expect(scheduleWords({ kind: 'CONTINUOUS' })).toEqual({ key: 'continuous' });
  expect(scheduleWords({ kind: 'CONTINUOUS', every: 'MONTH' })).toEqual({ key: 'every.MONTH' });
  expect(scheduleWords({ kind: 'DUE', due: '2024-12-31' })).toEqual({ key: 'dueYear', year: 2024 });
  expect(scheduleWords({ kind: 'DUE', due: '2023-11-30', season: 'AUTUMN' })).toEqual({ key: 'dueSeason.AUTUMN', year: 2023 });
  expect(scheduleWords({ kind: 'DUE', due: '2027-05-20' })).toEqual({ key: 'dueDay', due: '2027-05-20' });
  expect(scheduleWords({ kind: 'YEARLY', season: 'SPRING', first: 2023 })).toEqual({ key: 'yearly.SPRING', first: 2023 });
  expect(scheduleWords({ kind: 'IN_PREPARATION', year: 2024 })).toEqual({ key: 'preparingIn', year: 2024 });
});

test('a plan is prepared, adopted and carried out, in that order', () => {
  const rows = [
    { step: 'IMPLEMENT', unit: 'a' },
    { step: 'PREPARE', unit: 'b' },
    { step: 'IMPLEMENT', unit: 'c' },
  ] as const;
  expect(governanceSteps(rows)).toEqual([
    { step: 'PREPARE', units: ['b'] },
    { step: 'IMPLEMENT', units: ['a', 'c'] },
  ]);
});

const measure = (number: number, ...schedules: Parameters<typeof sectorOf>[0]['actions'][number]['schedule'][]) =>
  sectorOf({ number, title: { fi: `Toimenpide ${number}` }, actions: schedules.map((schedule) => ({ schedule })) }, '2027-05-18');

test('the wheel is as many links as there are measures, each with a name and its state in a word', async () => {
  const sectors = [measure(1, { kind: 'CONTINUOUS' }), measure(2, { kind: 'DUE', due: '2024-12-31' })];
  const page = await mount(PlanWheel, { sectors });
  const links = [...page.querySelectorAll('a')];
  expect(links.map((a) => [a.getAttribute('href'), a.getAttribute('aria-label')])).toEqual([
    ['/suunnitelma/1', '1 Toimenpide 1, Käynnissä'],
    ['/suunnitelma/2', '2 Toimenpide 2, Myöhässä'],
  ]);
  expect(page.querySelector('.share')!.textContent).toBe('1/2');
});

test('a sector is as long as its measure is far, and never quite gone', () => {
  expect(sectorShape(0, 15, 1).filled).toBe(sectorShape(0, 15, 1).ground);
  expect(sectorShape(0, 15, 0).filled).not.toBe('');
});
