import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '@torilla/schema/kernel/id';
import { type AdoptPlan, type DraftPlan, planLifecycle, type ReviseMeasure } from '@torilla/schema/plan/version';
import { command } from '../../kernel/command.ts';
import { Problem } from '../../kernel/problem.ts';
import { dayAt } from '../municipality/day.ts';
import { Action, ActionBudget, ActionTarget, Measure, Plan, PlanGovernance } from './plan.entity.ts';
import { Unit } from './unit.entity.ts';

const subject = ({ id }: { id: string }) => ({ type: 'Plan', id });

/**
 * Begins the next version of the plan as a copy of the one in force: its measures, actions and who answers for them, and of its money and targets those
 * that fall in the new years. What was reported stays with the old one. Safe to send twice.
 * @throws Problem `not-found` while no plan is in force
 */
export const draftPlan = command('plan.draft', subject, async ({ em }, { id, title, from, to }: DraftPlan): Promise<string> => {
  if (await em.findOne(Plan, { id })) return id;
  const old = await em.findOne(
    Plan,
    { state: 'IN_FORCE' },
    { populate: ['governance', 'measures.actions.responsible', 'measures.actions.budgets', 'measures.actions.targets'] },
  );
  if (!old) throw new Problem('not-found');
  const plan = em.create(Plan, { id, title, from, to, replaces: old.title, state: 'DRAFT', basedOn: old });
  for (const { step, unit, position } of old.governance) em.create(PlanGovernance, { id: newId(), plan, step, unit, position });
  const falls = ({ year }: { year: number }): boolean => from <= year && year <= to;
  for (const { number, key, title: called, purpose, actions } of old.measures) {
    const measure = em.create(Measure, { id: newId(), plan, number, key, title: called, purpose });
    for (const { key: name, position, text, schedule, responsible, budgets, targets } of actions) {
      const action = em.create(Action, { id: newId(), measure, key: name, position, text, schedule });
      action.responsible.add(responsible.getItems());
      for (const { year, amountCents } of budgets.getItems().filter(falls)) em.create(ActionBudget, { id: newId(), action, year, amountCents });
      for (const { year, metric, value } of targets.getItems().filter(falls)) em.create(ActionTarget, { id: newId(), action, year, metric, value });
    }
  }
  await em.flush();
  return id;
});

/**
 * Changes a measure of a draft and all of its actions.
 * @throws Problem `not-found` for no measure, `already-adopted` once its plan is, `newer-revision` when somebody changed it meanwhile
 */
export const reviseMeasure = command(
  'plan.revise',
  ({ id }: ReviseMeasure) => ({ type: 'Measure', id }),
  async ({ em }, { id, basedOn, title, purpose, actions }): Promise<string> => {
    const measure = await em.findOne(Measure, { id });
    if (!measure) throw new Problem('not-found');
    await draftOf(em, measure.plan.id);
    await em.refresh(measure);
    if (measure.revision !== basedOn) throw new Problem('newer-revision');
    em.assign(measure, { title, purpose, revision: basedOn + 1 });
    const known = await em.find(Action, { measure }, { populate: ['responsible', 'budgets', 'targets'] });
    for (const gone of known.filter((one) => !actions.some((kept) => kept.id === one.id))) em.remove([...gone.budgets, ...gone.targets, gone]);
    for (const [position, { id: actionId, text, schedule, responsible }] of actions.entries()) {
      const action =
        known.find((one) => one.id === actionId) ?? em.create(Action, { id: actionId, measure, key: `new-${actionId.slice(-12)}`, position, text, schedule });
      em.assign(action, { position, text, schedule });
      action.responsible.set(responsible.map((key) => em.getReference(Unit, key)));
    }
    await em.flush();
    return measure.plan.id;
  },
);

/**
 * Lays a draft aside for good.
 * @throws Problem `already-adopted` once it is
 */
export const discardDraft = command('plan.draft.discard', subject, async ({ em }, { id }: { id: string }): Promise<string> => {
  if (!(await em.findOne(Plan, { id }))) return id;
  const plan = await draftOf(em, id);
  const measures = await em.find(Measure, { plan }, { populate: ['actions.budgets', 'actions.targets'] });
  const actions = measures.flatMap((measure) => measure.actions.getItems());
  em.remove(actions.flatMap(({ budgets, targets }) => [...budgets, ...targets]));
  em.remove([...actions, ...measures, ...(await em.find(PlanGovernance, { plan })), plan]);
  await em.flush();
  return id;
});

/**
 * Writes down the committee's decision: from it on the draft is the plan, and the one before it is replaced and stays to be read. The same decision may be sent twice.
 * @throws Problem `not-found` for no draft, `already-adopted` when another decision was written down, `newer-revision` when another draft came into force
 * since this one was begun, `bad-input` for a day that is still to come
 */
export const adoptPlan = command('plan.adopt', subject, async ({ em, clock }, { id, decidedOn, section, minutesUrl = null }: AdoptPlan): Promise<string> => {
  if (decidedOn > dayAt(clock.now())) throw new Problem('bad-input', { fields: ['decidedOn: to-come'] });
  const old = await em.findOne(Plan, { state: 'IN_FORCE' }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const plan = await em.findOne(Plan, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!plan) throw new Problem('not-found');
  if (plan.decidedOn === decidedOn && plan.section === section && (plan.minutesUrl ?? null) === minutesUrl) return id;
  if (!planLifecycle.can(plan.state, 'IN_FORCE')) throw new Problem('already-adopted');
  if ((plan.basedOn?.id ?? null) !== (old?.id ?? null)) throw new Problem('newer-revision');
  // one at a time is in force, in between as well
  if (old) old.state = 'REPLACED';
  await em.flush();
  em.assign(plan, { state: 'IN_FORCE', decidedOn, section, minutesUrl, replaces: old?.title });
  await em.flush();
  return id;
});

/** The plan while it may still be changed; whoever adopts it waits until then. */
async function draftOf(em: EntityManager, id: string): Promise<Plan> {
  const plan = await em.findOneOrFail(Plan, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (plan.state !== 'DRAFT') throw new Problem('already-adopted');
  return plan;
}
