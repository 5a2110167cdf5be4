import type { GiveFeedback } from '@torilla/schema/feedback/feedback';
import { command } from '../../kernel/command.ts';
import { Problem } from '../../kernel/problem.ts';
import { isVisible } from '../../kernel/read/index.ts';
import { noteAnswerConsent } from './contact.ts';
import { eraseLostQuotes, eraseWords } from './erase.ts';
import { Feedback, FeedbackContact, FeedbackPhoto, Topic } from './feedback.entity.ts';
import { promisedDay } from './steps.ts';

const subject = ({ id }: { id: string }) => ({ type: 'Feedback', id });

/**
 * Takes a resident's words. Safe to send twice: the id was minted on the device that took them; a newer revision replaces the older.
 * What it names and the city does not have is refused by the foreign keys.
 * @throws Problem `unknown-topic`, `unknown-district`, `unknown-unit`, `unknown-measure`, `unknown-event`, `unknown-worker`
 */
export const giveFeedback = command(
  'feedback.give',
  (_: GiveFeedback, id: string) => ({ type: 'Feedback', id }),
  async (ctx, input) => {
    const { em, capture } = ctx;
    if (!capture) throw new Error('Feedback is always captured');
    const { words, mood, language, channel, headcount, note, topics, photos, contact, measureId, unit, district } = input;
    const facts = {
      revision: capture.revision,
      words: words || null,
      mood: mood ?? null,
      language,
      channel,
      headcount,
      note: note || null,
      capturedAt: capture.capturedAt,
      receivedAt: capture.receivedAt,
      receipt: capture.receipt,
      device: capture.deviceId,
      event: capture.eventId,
      worker: capture.workerId,
      measure: measureId ?? null,
      unit: unit ?? null,
      district: district ?? null,
    };
    // the first revision is nowhere yet: the inbox puts none into effect after a newer one
    const before = capture.revision > 1 ? await em.findOne(Feedback, { id: capture.id }, { populate: ['topics', 'photos', 'contact'] }) : null;
    // what the city has sorted meanwhile stays as it sorted it
    const sorted = before?.sortedAt ? { measure: before.measure, unit: before.unit } : {};
    const feedback = before ? em.assign(before, { ...facts, ...sorted }) : em.create(Feedback, { id: capture.id, ...facts });
    if (!before?.sortedAt) feedback.topics.set(topics.map((key) => em.getReference(Topic, key)));
    feedback.photos.set(photos.map((photo, position) => em.create(FeedbackPhoto, { ...photo, feedback, position })));
    const known = before?.contact?.unwrap();
    const withdrawn = (before?.contactWithdrawnAt ?? new Date(0)) >= capture.capturedAt;
    if (!contact || withdrawn) feedback.contact = null;
    else if (known) em.assign(known, { email: null, phone: null, ...contact });
    else feedback.contact = em.create(FeedbackContact, { id: capture.id, ...contact }) as never;
    if (feedback.contact) feedback.dueOn ??= await promisedDay(ctx, unit ?? null, capture.receivedAt);
    if (feedback.resident) await noteAnswerConsent(ctx, feedback.id);
    if (before) {
      await em.flush();
      await eraseLostQuotes(ctx, feedback.id);
    }
    return capture.id;
  },
);

/** Erases a resident's words and everything that came with them. @throws Problem `not-found` */
export const eraseFeedback = command('feedback.erase', subject, async (ctx, { id }: { id: string }) => {
  if (!(await ctx.em.count(Feedback, { id }))) throw new Problem('not-found');
  await eraseWords(ctx, [id]);
  return id;
});

/** The same by the resident in whose account they are. @throws Problem `not-found` */
export const eraseOwnFeedback = command('feedback.erase.own', subject, async (ctx, { id }: { id: string }) => {
  if (!(await isVisible(ctx, Feedback, id))) throw new Problem('not-found');
  await eraseWords(ctx, [id]);
  return id;
});
