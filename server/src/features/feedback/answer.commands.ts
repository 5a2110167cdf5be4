import { LockMode } from '@mikro-orm/core';
import type { AnswerFeedback } from '@torilla/schema/feedback/feedback';
import { type Actor, unitsOf } from '../../kernel/actor.ts';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { isVisible } from '../../kernel/read/index.ts';
import { Event } from '../../platform/events/events.entity.ts';
import { deliver } from '../../platform/notifications/deliver.ts';
import { mailAnew } from '../../platform/notifications/tell.ts';
import { Measure } from '../../platform/plan/plan.entity.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';
import { Feedback, FeedbackAnswer } from './feedback.entity.ts';
import { isForCity, step } from './steps.ts';
import { tellOfAnswers } from './told.ts';

/**
 * Answers a resident. The answer stands behind the receipt and in the account at once, and they are told of it: where an address was left by mail, without
 * anybody seeing the address. A mail that did not leave waits: sent again, the same answer is mailed.
 * @throws Problem `not-found` where the words are not theirs to read, `forbidden` where they are and are another unit's to answer, `already-exists` for an id that says something else,
 * `newer-revision` where a colleague has answered what its writer has not seen, `unknown-measure`, `unknown-event`
 */
export async function answerFeedback(ctx: Context, input: AnswerFeedback): Promise<string> {
  await deliver(ctx, await noteAnswer(ctx, input));
  return input.feedbackId;
}

const subject = ({ feedbackId }: Pick<AnswerFeedback, 'feedbackId'>) => ({ type: 'Feedback', id: feedbackId });

const noteAnswer = command('feedback.answer', subject, async (ctx, input: AnswerFeedback): Promise<string[]> => {
  const { em, actor, clock } = ctx;
  const { id, feedbackId, words, language, kind, measureId, eventId, basedOn } = input;
  const feedback = (await isVisible(ctx, Feedback, feedbackId)) && (await em.findOne(Feedback, { id: feedbackId }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  if (!feedback) throw new Problem('not-found');
  if (!answersFor(actor, feedback)) throw new Problem('forbidden');
  const known = await em.findOne(FeedbackAnswer, { id }, { populate: ['measure'] });
  const measure = measureId ? await em.findOne(Measure, { id: measureId }) : null;
  if (measureId && !measure) throw new Problem('unknown-measure');
  if (known && (known.feedback.id !== feedbackId || known.words !== words)) throw new Problem('already-exists');
  if (known) return [await mailAnew(ctx, id)].flatMap((notification) => notification ?? []);
  if (basedOn !== undefined && basedOn !== (await newestAnswer(ctx, feedbackId))) throw new Problem('newer-revision');
  em.create(FeedbackAnswer, {
    id,
    feedback,
    words,
    language,
    answeredAt: clock.now(),
    unit: feedback.unit ?? null,
    answeredBy: em.getReference(StaffMember, actor.id!),
    mail: 'NONE',
    kind,
    measure,
    event: eventId ? em.getReference(Event, eventId) : null,
  });
  await step(ctx, [feedbackId], kind === 'CHANGE' ? 'CHANGED' : 'ANSWERED');
  return tellOfAnswers(ctx, kind, [id]);
});

async function newestAnswer({ em }: Context, feedbackId: string): Promise<string | null> {
  const [newest] = await sql<{ id: string }>(em, 'select id from feedback_answer where feedback_id = $1 order by answered_at desc, id desc limit 1', [
    feedbackId,
  ]);
  return newest?.id ?? null;
}

/** Whoever answers for the whole city, or for the unit that it concerns; what concerns none yet, or is theirs to take care of, an officer of any. */
function answersFor(actor: Actor, { unit, assignee }: Feedback): boolean {
  if (isForCity(actor)) return true;
  const units = unitsOf(actor, 'OFFICER');
  return !unit || assignee?.id === actor.id ? units.length > 0 : units.includes(unit.key);
}
