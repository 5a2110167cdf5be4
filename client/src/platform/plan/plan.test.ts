import type { ActionState } from '@torilla/schema/plan/plan';
import { expect, test } from 'vitest';
import { mount } from '../../testing/mount.ts';
import MeasurePage from './MeasurePage.vue';
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

const measure = (number: number, ...states: ActionState[]) =>
  sectorOf({ number, title: { fi: `Toimenpide ${number}` }, actions: states.map((state) => ({ state })) });

test('the wheel is as many links as there are measures, each with a name and its state in a word', async () => {
  const sectors = [measure(1, 'RUNNING'), measure(2, 'LATE')];
  const page = await mount(PlanWheel, { sectors });
  const links = [...page.querySelectorAll('a')];
  expect(links.map((a) => [a.getAttribute('href'), a.getAttribute('aria-label')])).toEqual([
    ['/suunnitelma/1', '1 Toimenpide 1, Käynnissä'],
    ['/suunnitelma/2', '2 Toimenpide 2, Myöhässä'],
  ]);
  expect(page.querySelector('.share')!.textContent).toBe('1/2');
});

const noWords = { sv: null, en: null };
const schedule = { __typename: 'Schedule', kind: 'CONTINUOUS', due: null, season: null, every: null, first: null, year: null };
const anAction = {
  __typename: 'Action',
  id: 'a1',
  key: 'reach',
  text: { __typename: 'LocalizedText', fi: 'Sovellus leviää', ...noWords },
  state: 'RUNNING',
  schedule,
  responsible: [],
  budgets: [],
  targets: [{ __typename: 'ActionTarget', id: 't1', year: 2027, metric: 'RESIDENTS', value: 5000 }],
};
const aMeasure = {
  __typename: 'Measure',
  id: 'm11',
  number: 11,
  key: 'app',
  title: { __typename: 'LocalizedText', fi: 'Sovellus', ...noWords },
  purpose: { __typename: 'LocalizedText', fi: 'Kaikkien taskuun', ...noWords },
  actions: [anAction],
};
const aReport = (more: object) => ({
  __typename: 'ActionReport',
  id: 'r1',
  day: '2027-05-18',
  note: { __typename: 'LocalizedText', fi: 'Esiteltiin torilla.', ...noWords },
  state: null,
  firm: false,
  reportedAt: '2027-05-18T09:00:00Z',
  withdrawnAt: null,
  withdrawalReason: null,
  ...more,
});
const measurePage = (reports: object[], figures: object[]) =>
  mount(
    MeasurePage,
    { number: 11 },
    {
      answers: {
        PlanWhole: () => ({
          __typename: 'Query',
          plan: {
            __typename: 'Plan',
            id: 'p1',
            title: { __typename: 'LocalizedText', fi: 'Suunnitelma', ...noWords },
            from: 2027,
            to: 2029,
            decidedOn: null,
            section: null,
            minutesUrl: null,
            replaces: null,
            governance: [],
            measures: [aMeasure],
          },
        }),
        MeasureProgress: () => ({
          __typename: 'Query',
          measure: { __typename: 'Measure', id: 'm11', actions: [{ __typename: 'Action', id: 'a1', reports }] },
          measureFigures: figures,
        }),
      },
    },
  );

test('whatever serves a measure shows its figures there in its own words, and a target stands against the figure that counts the same', async () => {
  const figure = (key: string, fi: string, value: number, metric: string | null) => ({
    __typename: 'MeasureFigure',
    measure: 11,
    key,
    name: { __typename: 'LocalizedText', fi, ...noWords },
    value,
    metric,
  });
  const page = await measurePage([], [figure('choirs.singers', 'laulajaa kuoroissa', 12, null), figure('devices.residents', 'käyttäjää', 1250, 'RESIDENTS')]);
  expect([...page.querySelectorAll('.figures > div')].map((row) => [row.querySelector('dd')!.textContent, row.querySelector('dt')!.textContent])).toEqual([
    ['12', 'laulajaa kuoroissa'],
    ['1\u00a0250', 'käyttäjää'],
  ]);
  expect(page.textContent).toContain('nyt 1\u00a0250 (25 %)');
  expect(page.textContent).toContain('Etenemistä ei ole vielä kirjattu.');
});

test('what was reported stands under its action; what was withdrawn stands there too, and says why', async () => {
  const page = await measurePage(
    [
      aReport({ id: 'r2', state: 'RUNNING', firm: true }),
      aReport({ note: null, state: 'DONE', withdrawnAt: '2027-05-19T09:00:00Z', withdrawalReason: 'MISTAKE' }),
    ],
    [],
  );
  const [standing, withdrawn] = [...page.querySelectorAll('.reports > li')].map((li) => li.textContent);
  expect(standing).toContain('Tila on määrätty aikataulusta riippumatta.');
  expect(standing).toContain('Esiteltiin torilla.');
  expect(withdrawn).toContain('Peruttu: kirjauksessa oli virhe');
  expect(withdrawn).not.toContain('Valmis');
});

test('a sector is as long as its measure is far, and never quite gone', () => {
  expect(sectorShape(0, 15, 1).filled).toBe(sectorShape(0, 15, 1).ground);
  expect(sectorShape(0, 15, 0).filled).not.toBe('');
});
