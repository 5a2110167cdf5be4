import { newId } from '@torilla/schema/kernel/id';
import { euros } from '@torilla/schema/kernel/money';
import type { GovernanceStep, Schedule } from '@torilla/schema/plan/plan';
import type { Context } from '../../kernel/context.ts';
import type { LocalizedText } from '../../kernel/localized.ts';
import data from './hamina.json' with { type: 'json' };
import { Action, ActionBudget, ActionTarget, Measure, Plan, PlanGovernance } from './plan.entity.ts';
import { Unit } from './unit.entity.ts';

interface SeedAction {
  key: string;
  text: LocalizedText;
  responsible: string[];
  schedule: Schedule;
  budgets?: { year: number; amountEur: number }[];
  target?: { year: number; residents: number };
}

/** Hamina's participation plan 2023–2025: fifteen measures in three languages, as the city adopted it. */
export async function seedPlan({ em }: Context): Promise<void> {
  const units = new Map(data.units.map((unit) => [unit.key, em.create(Unit, unit)]));
  const unit = (key: string): Unit => {
    const found = units.get(key);
    if (!found) throw new Error(`The plan names a unit that it does not list: ${key}`);
    return found;
  };
  const plan = em.create(Plan, {
    id: newId(),
    title: data.plan.title,
    from: data.plan.from,
    to: data.plan.to,
    replaces: data.plan.replaces,
    state: 'IN_FORCE',
  });
  data.plan.governance
    .flatMap(({ step, by }) => [by].flat().map((key) => ({ step: step as GovernanceStep, key })))
    .forEach(({ step, key }, position) => em.create(PlanGovernance, { id: newId(), plan, step, unit: unit(key), position }));
  for (const { number, key, title, purpose, actions } of data.measures) {
    const measure = em.create(Measure, { id: newId(), plan, number, key, title, purpose });
    (actions as SeedAction[]).forEach(({ key, text, responsible, schedule, budgets = [], target }, position) => {
      const action = em.create(Action, { id: newId(), measure, key, position, text, schedule });
      action.responsible.add(responsible.map(unit));
      for (const { year, amountEur } of budgets) em.create(ActionBudget, { id: newId(), action, year, amountCents: euros(amountEur) });
      if (target) em.create(ActionTarget, { id: newId(), action, year: target.year, metric: 'RESIDENTS', value: target.residents });
    });
  }
  await em.flush();
}
