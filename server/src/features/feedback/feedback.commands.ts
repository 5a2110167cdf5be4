import type { GiveFeedback } from '@torilla/schema/feedback/feedback';
import type { EntityClass } from '@mikro-orm/core';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import type { ProblemCode } from '@torilla/schema/kernel/problem';
import { Event } from '../../platform/events/events.entity.ts';
import { District } from '../../platform/places/places.entity.ts';
import { Measure } from '../../platform/plan/plan.entity.ts';
import { Unit } from '../../platform/plan/unit.entity.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';
import { Feedback, FeedbackContact, FeedbackPhoto, Topic } from './feedback.entity.ts';

/**
 * Takes a resident's words. Safe to send twice: the id was minted on the device that took them; a newer revision replaces the older.
 * @throws Problem `unknown-topic`, `unknown-district`, `unknown-unit`, `unknown-measure`, `unknown-event`, `unknown-worker`
 */
export const giveFeedback = command('feedback.give', (_: GiveFeedback, id: string) => ({ type: 'Feedback', id }), async (ctx, input) => {
  const { em, capture } = ctx;
  if (!capture) throw new Error('Feedback is always captured');
  const { words, mood, language, channel, headcount, note, topics, photos, contact, measureId, unit, district } = input;
  await assertKnown(ctx, Topic, 'key', topics, 'unknown-topic');
  const facts = {
    revision: capture.revision, words: words || null, mood: mood ?? null, language, channel, headcount, note: note || null,
    capturedAt: capture.capturedAt, receivedAt: capture.receivedAt, receipt: capture.receipt, device: capture.deviceId,
    event: await known(ctx, Event, 'id', capture.eventId, 'unknown-event'),
    worker: await known(ctx, StaffMember, 'id', capture.workerId, 'unknown-worker'),
    measure: await known(ctx, Measure, 'id', measureId, 'unknown-measure'),
    unit: await known(ctx, Unit, 'key', unit, 'unknown-unit'),
    district: await known(ctx, District, 'key', district, 'unknown-district'),
  };
  const before = await em.findOne(Feedback, { id: capture.id }, { populate: ['topics', 'photos', 'contact'] });
  const feedback = before ? em.assign(before, facts) : em.create(Feedback, { id: capture.id, ...facts });
  feedback.topics.set(topics.map((key) => em.getReference(Topic, key)));
  feedback.photos.set(photos.map((photo, position) => em.create(FeedbackPhoto, { ...photo, feedback, position })));
  feedback.contact = contact ? em.create(FeedbackContact, { id: capture.id, ...contact }) as never : null;
  await em.flush();
  return capture.id;
});

/** Erases a resident's words and everything that came with them; their id stays in the inbox, without contents, so that they cannot come back. */
export const eraseFeedback = command('feedback.erase', ({ id }: { id: string }) => ({ type: 'Feedback', id }), async ({ em }, { id }) => {
  const feedback = await em.findOne(Feedback, { id }, { populate: ['photos', 'contact'] });
  if (!feedback) throw new Problem('not-found');
  em.remove(feedback);
  if (feedback.contact) em.remove(feedback.contact.unwrap());
  await em.flush();
  await sql(em, 'delete from attachment where capture_id = $1', [id]);
  await sql(em, `update inbox_item set state = 'ERASED', sealed = '', sha256 = '' where capture_id = $1`, [id]);
  await sql(em, 'delete from inbox_conflict where capture_id = $1', [id]);
  return id;
});

async function known(ctx: Context, entity: EntityClass<object>, key: string, value: string | null | undefined, code: ProblemCode): Promise<string | null> {
  if (!value) return null;
  await assertKnown(ctx, entity, key, [value], code);
  return value;
}

// The foreign keys have the last word; this is for the sentence that the person who mends it reads.
async function assertKnown({ em }: Context, entity: EntityClass<object>, key: string, values: readonly string[], code: ProblemCode): Promise<void> {
  if (!values.length) return;
  const table = em.getMetadata().get(entity).tableName;
  const [row] = await sql<{ unknown: string[] }>(em, `select coalesce(array_agg(v), '{}') as unknown from unnest($1::text[]) v where not exists (select from "${table}" where "${key}"::text = v)`, [values]);
  if (row!.unknown.length) throw new Problem(code, { unknown: row!.unknown });
}
