import { LockMode } from '@mikro-orm/core';
import type { MoveParticipation, SaveParticipation } from '@torilla/schema/participation/participation';
import { missingOf, participating } from '@torilla/schema/participation/states';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { assertOfficerOf } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { Event } from '../events/events.entity.ts';
import { Measure } from '../plan/plan.entity.ts';
import { Unit } from '../plan/unit.entity.ts';
import { Participation, ParticipationStep } from './participation.entity.ts';

const subject = ({ id }: { id: string }) => ({ type: 'Participation', id });

/**
 * Begins a participation plan, or changes it, until it is over. One that everybody reads stays whole.
 * @throws Problem `forbidden` for another unit's officer, `newer-revision` where somebody changed it meanwhile, `participation-ended`, `bad-input` with what
 * a published plan would lack, `unknown-unit`, `unknown-measure`, `unknown-event`
 */
export const saveParticipation = command('participation.save', subject, async (ctx, input: SaveParticipation): Promise<string> => {
  const { em, actor, clock } = ctx;
  const { id, basedOn, unit, title, changes, affected, answers, outcome, measureIds, steps } = input;
  assertOfficerOf(actor, unit);
  const known = await em.findOne(Participation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (known && basedOn == null) return id;
  if (known) {
    assertOfficerOf(actor, known.unit.key);
    if (known.revision !== basedOn) throw new Problem('newer-revision');
    if (known.state === 'ENDED') throw new Problem('participation-ended');
    if (known.state === 'PUBLISHED') assertWhole({ changes, affected, answers, steps });
  }
  const facts = {
    unit: em.getReference(Unit, unit),
    title,
    changes: changes ?? null,
    affected: affected ?? null,
    answers: answers ?? null,
    outcome: outcome ?? null,
  };
  const plan = known ? em.assign(known, { ...facts, revision: known.revision + 1 }) : em.create(Participation, { id, ...facts, createdAt: clock.now() });
  if (known) await em.populate(known, ['measures', 'steps']);
  plan.measures.set(measureIds.map((measure) => em.getReference(Measure, measure)));
  const before = new Map(plan.steps.getItems().map((step) => [step.id, step]));
  plan.steps.set(
    steps.map(({ id: stepId, from, to, words, eventId }, position) => {
      const told = { position, startsOn: from ?? null, endsOn: to ?? null, words, event: eventId ? em.getReference(Event, eventId) : null };
      const step = before.get(stepId);
      return step ? em.assign(step, told) : em.create(ParticipationStep, { id: stepId, participation: plan, ...told });
    }),
  );
  return id;
});

/** Lets everybody read a plan. @throws Problem `not-found`, `forbidden`, `newer-revision`, `bad-input` with what it still lacks, `participation-ended` once it is over */
export const publishParticipation = command('participation.publish', subject, async (ctx, input: MoveParticipation): Promise<string> => {
  const plan = await seen(ctx, input);
  if (plan.state === 'PUBLISHED') return plan.id;
  if (!participating.can(plan.state, 'PUBLISHED')) throw new Problem('participation-ended');
  assertWhole({ ...plan, steps: (await plan.steps.loadItems()).map(({ startsOn }) => ({ from: startsOn })) });
  ctx.em.assign(plan, { state: 'PUBLISHED', publishedAt: ctx.clock.now(), revision: plan.revision + 1 });
  return plan.id;
});

/** Ends a plan, with what came of it. @throws Problem `not-found`, `forbidden`, `newer-revision`, `bad-input` where it is no published one, or does not tell what came of it */
export const endParticipation = command('participation.end', subject, async (ctx, input: MoveParticipation): Promise<string> => {
  const plan = await seen(ctx, input);
  if (plan.state === 'ENDED') return plan.id;
  if (!participating.can(plan.state, 'ENDED')) throw new Problem('bad-input', { fields: ['state: not-published'] });
  if (!plan.outcome) throw new Problem('bad-input', { fields: ['outcome: missing'] });
  ctx.em.assign(plan, { state: 'ENDED', endedAt: ctx.clock.now(), revision: plan.revision + 1 });
  return plan.id;
});

/** Lays a draft aside for good. @throws Problem `not-found`, `forbidden`, `still-in-use` once everybody could read it */
export const discardParticipation = command('participation.discard', subject, async ({ em, actor }, { id }: { id: string }): Promise<string> => {
  const plan = await em.findOne(Participation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!plan) throw new Problem('not-found');
  assertOfficerOf(actor, plan.unit.key);
  if (plan.state !== 'DRAFT') throw new Problem('still-in-use');
  em.remove(plan);
  return id;
});

async function seen({ em, actor }: Context, { id, basedOn }: MoveParticipation): Promise<Participation> {
  const plan = await em.findOne(Participation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!plan) throw new Problem('not-found');
  assertOfficerOf(actor, plan.unit.key);
  if (plan.revision !== basedOn) throw new Problem('newer-revision');
  return plan;
}

function assertWhole(plan: Parameters<typeof missingOf>[0]): void {
  const missing = missingOf(plan);
  if (missing.length) throw new Problem('bad-input', { fields: missing.map((part) => `${part}: missing`) });
}
