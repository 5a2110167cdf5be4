import { z } from 'zod';
import { channels, moods } from '@torilla/schema/feedback/feedback';
import { FeedbackQueue, Priority } from '@torilla/schema/feedback/handling';
import { feedbackStates } from '@torilla/schema/feedback/states';
import { Id, Key } from '@torilla/schema/kernel/id';
import { SearchText } from '@torilla/schema/search/search';
import { unitsOf } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { enumOf } from '../../kernel/input.ts';
import { all, type Column, raw, sql, type Sql } from '../../kernel/read/index.ts';
import { holds, wordsOf } from '../../kernel/search/index.ts';
import { hamina } from '../../platform/municipality/hamina.ts';

enumOf('FeedbackQueue', 'What an officer opens the desk for; each holds only what is open, but where one is mentioned, it holds all.', FeedbackQueue);

/** Which feedback; all conditions hold together. */
export const FeedbackFilter = z.object({
  search: SearchText.nullish().describe('Words that all must be there, in any inflection, or as a part of a word.'),
  eventId: Id.nullish().describe('Said at this event.'),
  measureId: Id.nullish().describe('Concerns this measure.'),
  unit: Key.nullish().describe('Concerns this unit.'),
  district: Key.nullish().describe('Concerns this district.'),
  topic: Key.nullish().describe('About this topic.'),
  mood: z.enum(moods).nullish().describe('Said in this mood.'),
  channel: z.enum(channels).nullish().describe('Came in this way.'),
  wantsAnswer: z.boolean().nullish().describe('Only those who wish to be answered, or only those who do not.'),
  answered: z.boolean().nullish().describe('Only those that were answered, or only those that were not.'),
  from: z.iso.datetime({ offset: true }).nullish().describe('Said at this instant or later.'),
  to: z.iso.datetime({ offset: true }).nullish().describe('Said before this instant.'),
  queue: z
    .enum(Object.values(FeedbackQueue))
    .nullish()
    .describe(
      "Open, and: taken up by nobody, one's own, of one's units, late, or waited for by a resident who wishes for an answer; or open or not, with a note that names one.",
    ),
  state: z.enum(feedbackStates).nullish().describe('As far as this.'),
  assigneeId: Id.nullish().describe('Taken care of by this person.'),
  matterId: Id.nullish().describe('Joined under this matter.'),
  priority: z.enum(Object.values(Priority)).nullish().describe('With this priority.'),
});
export type FeedbackFilter = z.infer<typeof FeedbackFilter>;

// what is open, and nothing else, has an index
const OPEN = raw(`not in ('ANSWERED', 'CHANGED')`);

function queued(queue: FeedbackQueue, { actor, clock }: Context, column: Column): Sql {
  if (queue === 'MENTIONED')
    return sql`${column('id')} in (select r.feedback_id from feedback_remark_mentions m join feedback_remark r on r.id = m.feedback_remark_id where m.staff_member_id = ${actor.id}::uuid)`;
  const open = sql`${column('state')} ${OPEN}`;
  const units = [...unitsOf(actor, 'OFFICER'), ...unitsOf(actor, 'VIEWER')];
  const those: Record<Exclude<FeedbackQueue, 'MENTIONED'>, Sql> = {
    NEW: sql`${column('state')} in ('RECEIVED', 'REOPENED') and ${column('assignee')} is null`,
    MINE: sql`${column('assignee')} = ${actor.id}::uuid`,
    UNIT: sql`${column('unit')} = any(${units}::text[])`,
    LATE: sql`${column('dueOn')} < (${clock.now()}::timestamptz at time zone ${hamina.timeZone})::date`,
    WAITING: sql`${column('contact')} is not null or ${column('state')} = 'REOPENED'`,
  };
  return sql`${open} and (${those[queue]})`;
}

/** The condition under which a piece of feedback is one of those that are asked for. */
export function conditions(
  { search, wantsAnswer, answered, topic, from, to, eventId, measureId, assigneeId, matterId, queue, ...same }: FeedbackFilter,
  ctx: Context,
): (column: Column) => Sql {
  return (column) => {
    const those: Sql[] = [];
    for (const word of wordsOf(search ?? '')) those.push(holds(column('foundBy'), column('words'), word));
    if (topic) those.push(sql`exists (select from feedback_topics ft where ft.feedback_id = ${column('id')} and ft.topic_key = ${topic})`);
    if (wantsAnswer != null) those.push(wantsAnswer ? sql`${column('contact')} is not null` : sql`${column('contact')} is null`);
    if (answered != null) {
      const isAnswered = sql`exists (select from feedback_answer a where a.feedback_id = ${column('id')})`;
      those.push(answered ? isAnswered : sql`not ${isAnswered}`);
    }
    if (from) those.push(sql`${column('capturedAt')} >= ${from}`);
    if (to) those.push(sql`${column('capturedAt')} < ${to}`);
    if (eventId) those.push(sql`${column('event')} = ${eventId}`);
    if (measureId) those.push(sql`${column('measure')} = ${measureId}`);
    if (assigneeId) those.push(sql`${column('assignee')} = ${assigneeId}::uuid`);
    if (matterId) those.push(sql`${column('matter')} = ${matterId}::uuid`);
    if (queue) those.push(queued(queue, ctx, column));
    for (const [property, value] of Object.entries(same)) if (value) those.push(sql`${column(property)} = ${value}`);
    return all(those);
  };
}
