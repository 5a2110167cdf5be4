import { expect, test } from 'vitest';
import { aCity } from '../../testing/city.ts';
import data from './hamina.json' with { type: 'json' };

const city = await aCity();

test('all fifteen measures with actions, units, schedules, budgets and targets are read in three languages by one query', async () => {
  const { data: answer, errors } = await city.ask(`{ plan {
    title { fi sv en } from to replaces { fi sv en } governance { step unit { key name { fi sv en } } }
    measures(first: 15) { number key title { fi sv en } purpose { fi sv en } actions(first: 10) {
      key text { fi sv en } schedule { kind due season every first year } responsible(first: 10) { key }
      budgets(first: 5) { year amountCents } targets(first: 5) { year metric value } } } } }`);
  expect(errors).toEqual([]);
  const nulls = { due: null, season: null, every: null, first: null, year: null };
  expect(answer!.plan).toEqual({
    title: data.plan.title,
    from: 2023,
    to: 2025,
    replaces: data.plan.replaces,
    governance: data.plan.governance.flatMap(({ step, by }) => [by].flat().map((key) => ({ step, unit: data.units.find((unit) => unit.key === key) }))),
    measures: data.measures.map(({ number, key, title, purpose, actions }) => ({
      number,
      key,
      title,
      purpose,
      actions: actions.map((action) => {
        const { budgets = [], target } = action as { budgets?: { year: number; amountEur: number }[]; target?: { year: number; residents: number } };
        return {
          key: action.key,
          text: action.text,
          schedule: { ...nulls, ...action.schedule },
          responsible: action.responsible.map((unit) => ({ key: unit })),
          budgets: budgets.map(({ year, amountEur }) => ({ year, amountCents: amountEur * 100 })),
          targets: target ? [{ year: target.year, metric: 'RESIDENTS', value: target.residents }] : [],
        };
      }),
    })),
  });
});

test('a measure is found by its number, and none by a number that the plan has not', async () => {
  expect((await city.ask('{ measure(number: 5) { key } none: measure(number: 16) { key } }')).data).toEqual({ measure: { key: 'outreach' }, none: null });
});
