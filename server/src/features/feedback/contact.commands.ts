import type { OpenContact } from '@torilla/schema/feedback/feedback';
import { command } from '../../kernel/command.ts';
import { Problem } from '../../kernel/problem.ts';
import { isVisible } from '../../kernel/read/index.ts';
import { writeView } from '../../platform/views/views.ts';
import { Feedback, FeedbackContact } from './feedback.entity.ts';

/**
 * Opens how a resident wishes to be answered, and writes down who did and why.
 * @throws Problem `not-found` where there is nothing (any more) or the words are not theirs to read, `forbidden` where the words are and the address is not
 */
export const openContact = command(
  'feedback.contact.open',
  ({ feedbackId }: OpenContact) => ({ type: 'Feedback', id: feedbackId }),
  async (ctx, { feedbackId, ...why }) => {
    const feedback = (await isVisible(ctx, Feedback, feedbackId)) ? await ctx.em.findOne(Feedback, { id: feedbackId }) : null;
    if (!feedback?.contact) throw new Problem('not-found');
    if (!(await isVisible(ctx, FeedbackContact, feedbackId))) throw new Problem('forbidden');
    const forCity = (['ADMINISTRATOR', 'OFFICER'] as const).some((role) => ctx.actor.roles.includes(role));
    await writeView(ctx, { ...why, subject: 'Feedback', subjectId: feedbackId, data: 'CONTACT', unit: forCity ? null : (feedback.unit?.unwrap().key ?? null) });
    return feedbackId;
  },
);
