import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReportAction, WithdrawReport } from '@torilla/schema/plan/plan';
import { lastReported, reportable } from '@torilla/schema/plan/state';
import { type Actor, unitsOf } from '../../kernel/actor.ts';
import { command, sql } from '../../kernel/command.ts';
import { sameWords } from '../../kernel/localized.ts';
import { lockHeld } from '../../kernel/holder.ts';
import { Problem } from '../../kernel/problem.ts';
import { dayAt } from '../municipality/day.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { Action, ActionReport, Plan } from './plan.entity.ts';

/**
 * Tells what was done for an action; where it stands follows from it. Safe to send twice.
 * @throws Problem `not-found` for no action, `forbidden` where it is another unit's, `bad-input` for a day that is still to come and a state that the
 * action cannot have, `already-exists` for an id that says something else
 */
export const reportAction = command(
  'plan.report',
  ({ id }: ReportAction) => ({ type: 'ActionReport', id }),
  async ({ em, actor, clock }, { id, actionId, day, note, state = null, firm }): Promise<string> => {
    const action = await actionFor(em, actor, actionId);
    if (day > dayAt(clock.now())) throw new Problem('bad-input', { fields: ['day: to-come'] });
    if (state && !firm && !reportable(action.schedule.kind).includes(state)) throw new Problem('bad-input', { fields: ['state: not-of-schedule'] });
    const known = await em.findOne(ActionReport, { id });
    if (known) {
      const same = known.action.id === actionId && known.day === day && (known.state ?? null) === state && known.firm === firm && sameWords(known.words, note);
      if (!same) throw new Problem('already-exists');
      return actionId;
    }
    em.create(ActionReport, { id, action, day, words: note, state, firm, reportedAt: clock.now(), reportedBy: em.getReference(StaffMember, actor.id!) });
    await settle(em, action);
    return actionId;
  },
);

/**
 * Takes a report back, and removes its pictures; the action stands where the others say. Safe to send twice: the first reason stays.
 * @throws Problem `not-found` for no report, `forbidden` where the action is another unit's
 */
export const withdrawReport = command(
  'plan.report.withdraw',
  ({ id }: WithdrawReport) => ({ type: 'ActionReport', id }),
  async ({ em, actor, clock }, { id, reason }): Promise<string> => {
    const found = await em.findOne(ActionReport, { id });
    if (!found) throw new Problem('not-found');
    const action = await actionFor(em, actor, found.action.id);
    await lockHeld({ em }, id);
    // somebody may have taken it back while the action was waited for
    const report = await em.refresh(found);
    if (report && !report.withdrawnAt) {
      em.assign(report, { withdrawnAt: clock.now(), withdrawalReason: reason, withdrawnBy: em.getReference(StaffMember, actor.id!) });
      await sql(em, 'delete from picture where id in (select picture_id from action_report_pictures where action_report_id = $1)', [id]);
      await settle(em, action);
    }
    return action.id;
  },
);

// one report of an action at a time: where it stands is worked out from all of them
async function actionFor(em: EntityManager, actor: Actor, id: string): Promise<Action> {
  const action = await em.findOne(Action, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!action) throw new Problem('not-found');
  // what is not in force yet has come to nothing yet
  if ((await em.findOneOrFail(Plan, { measures: { id: action.measure.id } })).state === 'DRAFT') throw new Problem('not-found');
  await assertReportsOn(actor, action);
  return action;
}

/** Refuses whoever answers for none of its units. @throws Problem `forbidden` */
export async function assertReportsOn(actor: Actor, action: Action): Promise<void> {
  const units = reportingUnits(actor);
  if (units && !(await action.responsible.loadItems()).some(({ key }) => units.includes(key))) throw new Problem('forbidden');
}

/** The units whose actions somebody reports on; null for those of all. */
export const reportingUnits = (actor: Actor): string[] | null =>
  actor.roles.includes('ADMINISTRATOR') || actor.roles.includes('OFFICER') ? null : unitsOf(actor, 'OFFICER');

async function settle(em: EntityManager, action: Action): Promise<void> {
  await em.flush();
  action.reported = lastReported(await em.find(ActionReport, { action }));
  await em.flush();
}
