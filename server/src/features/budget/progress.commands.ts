import { LockMode } from '@mikro-orm/core';
import type { HelpAt, ReportProgress } from '@torilla/schema/budget/progress';
import { permits } from '@torilla/schema/budget/phases';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { sameWords } from '../../kernel/localized.ts';
import { assertOfficerOf } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { Event } from '../../platform/events/events.entity.ts';
import { dayAt } from '../../platform/municipality/day.ts';
import { BudgetCount } from './count.entity.ts';
import { tellOfProject } from './follow.commands.ts';
import { BudgetProgress, BudgetProject } from './idea.entity.ts';

/**
 * A project that was voted for and is carried out now, held until the work is done.
 * @throws Problem `not-found` for no project, and for one that was not voted for, `forbidden` for another unit's officer, `wrong-phase` before the result is
 * confirmed and once the round is closed
 */
async function winner({ em, actor }: Context, id: string): Promise<BudgetProject> {
  const project = await em.findOne(BudgetProject, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!project) throw new Problem('not-found');
  const round = await project.round.loadOrFail();
  assertOfficerOf(actor, round.unit.key);
  if (!permits(round.phase, 'report')) throw new Problem('wrong-phase');
  const count = await em.findOne(BudgetCount, { area: project.area.id });
  if (!count?.winners.includes(id)) throw new Problem('not-found');
  return project;
}

/**
 * Tells how far a project is that was voted for. What was told stays; a mistake is put right by telling it anew. Safe to send twice.
 * @throws Problem as `winner`, `bad-input` for a day that is still to come, `already-exists` for an id that says something else
 */
export const reportProgress = command(
  'budget.report',
  ({ projectId }: ReportProgress) => ({ type: 'BudgetProject', id: projectId }),
  async (ctx, { id, projectId, state, day, note, spentCents = null }): Promise<string> => {
    const { em, clock } = ctx;
    const project = await winner(ctx, projectId);
    if (day > dayAt(clock.now())) throw new Problem('bad-input', { fields: ['day: to-come'] });
    const known = await em.findOne(BudgetProgress, { id });
    if (known) {
      const same =
        known.project.id === projectId &&
        known.state === state &&
        known.day === day &&
        (known.spentCents ?? null) === spentCents &&
        sameWords(known.note, note);
      if (!same) throw new Problem('already-exists');
      return projectId;
    }
    em.create(BudgetProgress, { id, project, state, day, note, spentCents, reportedAt: clock.now() });
    await tellOfProject(ctx, 'PROGRESS', projectId);
    return projectId;
  },
);

/**
 * Says that an event is one at which residents help with a project, or takes that back; whoever follows it is told. Safe to send twice.
 * @throws Problem as `winner`, `unknown-event` for none, and for one that was cancelled or is over
 */
export const helpAt = command(
  'budget.help',
  ({ projectId }: HelpAt) => ({ type: 'BudgetProject', id: projectId }),
  async (ctx, { projectId, eventId, on }): Promise<string> => {
    const { em, clock } = ctx;
    const project = await winner(ctx, projectId);
    const events = await project.events.loadItems();
    const known = events.find(({ id }) => id === eventId);
    if (Boolean(known) === on) return projectId;
    if (known) {
      project.events.remove(known);
      return projectId;
    }
    const event = await em.findOne(Event, { id: eventId, cancelledAt: null, endsAt: { $gt: clock.now() } });
    if (!event) throw new Problem('unknown-event');
    project.events.add(event);
    await tellOfProject(ctx, 'HELP', projectId);
    return projectId;
  },
);
