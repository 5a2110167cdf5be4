import { LockMode } from '@mikro-orm/core';
import type { HideFeedback, MaskFeedback } from '@torilla/schema/feedback/moderation';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { cover } from '../../kernel/cover.ts';
import { Problem } from '../../kernel/problem.ts';
import { isVisible } from '../../kernel/read/index.ts';
import { forgetSealed } from '../../platform/inbox/forget-sealed.ts';
import { eraseLostQuotes } from './erase.ts';
import { Feedback } from './feedback.entity.ts';

const subject = ({ id }: { id: string }) => ({ type: 'Feedback', id });

/**
 * Covers parts of what a resident said. What stood there is kept nowhere: it goes from the sealed text too, for the city had no ground to hold it. That
 * it was done, by whom and why stays, and the resident is told.
 * @throws Problem `not-found`; `newer-revision` where something else stands there by now
 */
export const maskFeedback = command('feedback.mask', subject, async (ctx, { id, parts, reason }: MaskFeedback) => {
  const { em, clock } = ctx;
  const feedback = await visibleForUpdate(ctx, id);
  const rest = cover(feedback.words ?? '', parts, feedback.language);
  em.assign(feedback, { words: rest, maskedAt: clock.now(), maskedWhy: reason });
  await em.flush();
  await forgetSealed(ctx, [id]);
  await eraseLostQuotes(ctx, id);
  return id;
});

/** Hides words; nothing is lost, and `showFeedback` takes it back. @throws Problem `not-found` */
export const hideFeedback = command('feedback.hide', subject, async (ctx, { id, reason }: HideFeedback) => {
  const feedback = await visibleForUpdate(ctx, id);
  ctx.em.assign(feedback, { hiddenAt: ctx.clock.now(), hiddenWhy: reason });
  return id;
});

/** Shows them again. @throws Problem `not-found` */
export const showFeedback = command('feedback.show', subject, async (ctx, { id }: { id: string }) => {
  const feedback = await visibleForUpdate(ctx, id);
  ctx.em.assign(feedback, { hiddenAt: null, hiddenWhy: null });
  return id;
});

async function visibleForUpdate(ctx: Context, id: string): Promise<Feedback> {
  const feedback = (await isVisible(ctx, Feedback, id)) && (await ctx.em.findOne(Feedback, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  if (!feedback) throw new Problem('not-found');
  return feedback;
}
