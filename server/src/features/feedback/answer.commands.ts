import { LockMode } from '@mikro-orm/core';
import type { AnswerFeedback } from '@torilla/schema/feedback/feedback';
import { type Actor, system, unitsOf } from '../../kernel/actor.ts';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { isVisible } from '../../kernel/read/index.ts';
import type { Mail } from '../../kernel/services.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';
import { answerMail } from './answer.mail.ts';
import { Feedback, FeedbackAnswer, FeedbackContact } from './feedback.entity.ts';

/**
 * Answers a resident. The answer stands behind the receipt and in the account at once; where an address was left it is mailed too, without anybody seeing
 * the address. A mail that did not leave waits: sent again, the same answer is mailed.
 * @throws Problem `not-found` where the words are not theirs to read, `forbidden` where they are and are another unit's to answer, `already-exists` for an id that says something else
 */
export async function answerFeedback(ctx: Context, input: AnswerFeedback): Promise<string> {
  const mail = await noteAnswer(ctx, input);
  if (mail && (await ctx.services.mailer.send(mail))) await noteMailed({ ...ctx, actor: system }, input);
  return input.feedbackId;
}

const subject = ({ feedbackId }: AnswerFeedback) => ({ type: 'Feedback', id: feedbackId });

const noteAnswer = command('feedback.answer', subject, async (ctx, { id, feedbackId, words, language }): Promise<Mail | null> => {
  const { em, actor, clock, services } = ctx;
  const feedback = (await isVisible(ctx, Feedback, feedbackId)) && (await em.findOne(Feedback, { id: feedbackId }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  if (!feedback) throw new Problem('not-found');
  if (!answersFor(actor, feedback.unit?.key ?? null)) throw new Problem('forbidden');
  const contact = feedback.contact ? await em.findOneOrFail(FeedbackContact, { id: feedback.contact.id }) : null;
  const address = contact?.email ?? null;
  const known = await em.findOne(FeedbackAnswer, { id });
  if (known && (known.feedback.id !== feedbackId || known.words !== words)) throw new Problem('already-exists');
  const answer =
    known ??
    em.create(FeedbackAnswer, {
      id,
      feedback,
      words,
      language,
      answeredAt: clock.now(),
      unit: feedback.unit ?? null,
      answeredBy: em.getReference(StaffMember, actor.id!),
      mail: 'NONE',
    });
  if (answer.mail === 'SENT') return null;
  // an address that was taken back meanwhile is no longer written to
  answer.mail = address ? 'WAITING' : 'NONE';
  return address ? answerMail({ to: address, answer, feedback, publicUrl: services.publicUrl }) : null;
});

// the mail has left, whoever asked for it and whatever else they may
const noteMailed = command('feedback.answer.mailed', subject, async ({ em }, { id }) => {
  await em.nativeUpdate(FeedbackAnswer, { id }, { mail: 'SENT' });
});

/** Whoever answers for the whole city, or for the unit that it concerns; what concerns none yet, an officer of any. */
function answersFor(actor: Actor, unit: string | null): boolean {
  if (actor.roles.includes('ADMINISTRATOR') || actor.roles.includes('OFFICER')) return true;
  const units = unitsOf(actor, 'OFFICER');
  return unit === null ? units.length > 0 : units.includes(unit);
}
