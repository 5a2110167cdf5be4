import { LockMode } from '@mikro-orm/core';
import { personalPartsOf } from '@torilla/schema/kernel/personalData';
import type { MarkQuote, ReviewQuote } from '@torilla/schema/feedback/quotes';
import { command } from '../../kernel/command.ts';
import { Problem } from '../../kernel/problem.ts';
import { isVisible } from '../../kernel/read/index.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';
import { Feedback } from './feedback.entity.ts';
import { FeedbackQuote } from './quote.entity.ts';

/** @throws Problem `tells-who` for words by which somebody may be found */
function assertTellsNobody(words: string): void {
  const kinds = [...new Set(personalPartsOf(words).map(({ kind }) => kind))];
  if (kinds.length) throw new Problem('tells-who', { kinds });
}

/**
 * Marks words of a resident's for a report, word for word as they stand there. Safe to send twice.
 * @throws Problem `not-found` also for what is hidden or is not of an event; `newer-revision` where something else stands there; `tells-who`; `already-exists`
 */
export const markQuote = command(
  'feedback.quote.mark',
  ({ id }: MarkQuote) => ({ type: 'FeedbackQuote', id }),
  async (ctx, { id, feedbackId, words }) => {
    const { em, actor, clock } = ctx;
    const feedback = (await isVisible(ctx, Feedback, feedbackId)) && (await em.findOne(Feedback, { id: feedbackId }));
    if (!feedback || feedback.hiddenAt || !feedback.event) throw new Problem('not-found');
    const known = await em.findOne(FeedbackQuote, { id });
    if (known && (known.feedback.id !== feedbackId || known.words !== words)) throw new Problem('already-exists');
    if (!feedback.words?.includes(words)) throw new Problem('newer-revision');
    assertTellsNobody(words);
    if (!known) em.create(FeedbackQuote, { id, feedback, words, markedAt: clock.now(), markedBy: em.getReference(StaffMember, actor.id!) });
    return id;
  },
);

/** Somebody has read a quote and says whether it may stand in public; the last word counts. @throws Problem `not-found`, `tells-who` */
export const reviewQuote = command(
  'feedback.quote.review',
  ({ id }: ReviewQuote) => ({ type: 'FeedbackQuote', id }),
  async (ctx, { id, fit }) => {
    const { em, actor, clock } = ctx;
    const quote = (await isVisible(ctx, FeedbackQuote, id)) && (await em.findOne(FeedbackQuote, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
    if (!quote) throw new Problem('not-found');
    if (fit) assertTellsNobody(quote.words);
    em.assign(quote, { fit, reviewedAt: clock.now(), reviewedBy: em.getReference(StaffMember, actor.id!) });
    return id;
  },
);
