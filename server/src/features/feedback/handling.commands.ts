import type { MoveFeedback, RemarkOnFeedback, SetAnswerPromise, SortFeedback, Sorting } from '@torilla/schema/feedback/handling';
import { newId } from '@torilla/schema/kernel/id';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { isVisible, visibleOf } from '../../kernel/read/index.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';
import { Feedback, FeedbackRemark } from './feedback.entity.ts';
import { readersOf } from './readers.ts';
import { step } from './steps.ts';
import { tellOfAssigning, tellOfMention } from './told.ts';

/** So long whoever passed something to another unit may take it back, although it is out of their sight. */
const UNDO_MINUTES = 15;

/**
 * Sorts pieces of feedback: to a unit and a person, by topic and measure, how soon and until when. All or none.
 * @throws Problem `not-found` where one of them is not theirs to read, or there is no such matter; `unknown-unit`, `unknown-worker`, `unknown-measure`, `unknown-topic`
 */
export const sortFeedback = command(
  'feedback.sort',
  ({ changes }: SortFeedback) => ({ type: 'Feedback', id: changes.length === 1 ? changes[0]!.id : null }),
  async (ctx, { changes }) => {
    const { em, actor, clock } = ctx;
    const ids = changes.map(({ id }) => id);
    await assertSortable(ctx, ids);
    await assertOfficers(ctx, changes);
    const before = await assigneesOf(ctx, ids);
    await sql(em, `update feedback f set ${columns} from jsonb_to_recordset($1::jsonb) as c(id uuid, ${types}) where f.id = c.id`, [
      JSON.stringify(changes.map(told)),
      actor.id,
      clock.now(),
    ]);
    await sortTopics(ctx, changes);
    const newly = changes.filter(({ id, assigneeId }) => assigneeId && assigneeId !== before.get(id) && assigneeId !== actor.id);
    await tellOfAssigning(
      ctx,
      newly.map(({ id, assigneeId }) => ({ subjectId: id, staffId: assigneeId!, cause: newId() })),
    );
    for (const id of changes.length > 1 ? ids : []) ctx.audit.push({ action: 'feedback.sort', subject: 'Feedback', subjectId: id });
    return ids;
  },
);

/** What is sorted by a column: property, column and its type. */
const sorted = [
  ['unit', 'unit_key', 'text'],
  ['assigneeId', 'assignee_id', 'uuid'],
  ['measureId', 'measure_id', 'uuid'],
  ['matterId', 'matter_id', 'uuid'],
  ['priority', 'priority', 'text'],
  ['dueOn', 'due_on', 'date'],
] as const;
// null takes away, and what was left out is not told at all: so each value travels beside whether it was told
const types = sorted.map(([property, , type]) => `"${property}" ${type}, "has_${property}" boolean`).join(', ');
const columns = [
  ...sorted.map(([property, column]) => `${column} = case when c."has_${property}" then c."${property}" else f.${column} end`),
  'sorted_by_id = $2',
  'sorted_at = $3',
].join(', ');
const told = (change: Sorting) => ({
  id: change.id,
  ...Object.fromEntries(
    sorted.flatMap(([property]) =>
      change[property] === undefined
        ? []
        : [
            [property, change[property]],
            [`has_${property}`, true],
          ],
    ),
  ),
});

async function assertSortable(ctx: Context, ids: readonly string[]): Promise<void> {
  const seen = await visibleOf(ctx, Feedback, ids);
  const passedOn = await sql<{ id: string }>(
    ctx.em,
    `select id from feedback where id = any($1::uuid[]) and sorted_by_id = $2 and sorted_at > $3::timestamptz - interval '${UNDO_MINUTES} minutes'`,
    [ids, ctx.actor.id, ctx.clock.now()],
  );
  const theirs = new Set([...seen, ...passedOn.map(({ id }) => id)]);
  if (ids.some((id) => !theirs.has(id))) throw new Problem('not-found');
}

// whoever takes care of something must be able to answer it
async function assertOfficers({ em, clock }: Context, changes: readonly Sorting[]): Promise<void> {
  const ids = [...new Set(changes.flatMap(({ assigneeId }) => assigneeId ?? []))];
  if (!ids.length) return;
  const officers = await sql(
    em,
    `select distinct staff_id from staff_grant where staff_id = any($1::uuid[]) and role in ('OFFICER', 'ADMINISTRATOR')
    and ended_at is null and (until is null or until > $2)`,
    [ids, clock.now()],
  );
  if (officers.length < ids.length) throw new Problem('unknown-worker');
}

const assigneesOf = async ({ em }: Context, ids: readonly string[]): Promise<Map<string, string | null>> =>
  new Map(
    (await sql<{ id: string; assignee: string | null }>(em, 'select id, assignee_id as assignee from feedback where id = any($1::uuid[])', [ids])).map(
      ({ id, assignee }) => [id, assignee],
    ),
  );

async function sortTopics({ em }: Context, changes: readonly Sorting[]): Promise<void> {
  const some = changes.filter(({ topics }) => topics);
  if (!some.length) return;
  await sql(em, 'delete from feedback_topics where feedback_id = any($1::uuid[])', [some.map(({ id }) => id)]);
  const pairs = some.flatMap(({ id, topics }) => [...new Set(topics)].map((topic) => [id, topic] as const));
  await sql(em, 'insert into feedback_topics (feedback_id, topic_key) select * from unnest($1::uuid[], $2::text[])', [
    pairs.map(([id]) => id),
    pairs.map(([, topic]) => topic),
  ]);
}

/** Tells residents how far the city is. What is as far already, or further, stays. @throws Problem `not-found` where one of them is not theirs to read */
export const moveFeedback = command(
  'feedback.move',
  ({ ids }: MoveFeedback) => ({ type: 'Feedback', id: ids.length === 1 ? ids[0]! : null }),
  async (ctx, { ids, state }) => {
    if ((await visibleOf(ctx, Feedback, ids)).length < new Set(ids).size) throw new Problem('not-found');
    await step(ctx, ids, state);
    return ids;
  },
);

/** Writes a note for colleagues, and has those told whom it names. @throws Problem `not-found`, `already-exists` for an id that says something else, `unknown-worker` for somebody who may not read what it is about */
export const remarkOnFeedback = command(
  'feedback.remark',
  ({ feedbackId }: RemarkOnFeedback) => ({ type: 'Feedback', id: feedbackId }),
  async (ctx, { id, feedbackId, words, mentions }) => {
    const { em, actor, clock } = ctx;
    if (!(await isVisible(ctx, Feedback, feedbackId))) throw new Problem('not-found');
    const named = [...new Set(mentions)].sort();
    const known = await em.findOne(FeedbackRemark, { id }, { populate: ['mentions'] });
    if (known) {
      const same = known.words === words && known.feedback.id === feedbackId && known.mentions.getIdentifiers().sort().join() === named.join();
      if (!same) throw new Problem('already-exists');
      return feedbackId;
    }
    if ((await readersOf(ctx, feedbackId, named)).length < named.length) throw new Problem('unknown-worker');
    em.create(FeedbackRemark, {
      id,
      feedback: em.getReference(Feedback, feedbackId),
      words,
      at: clock.now(),
      by: em.getReference(StaffMember, actor.id!),
      mentions: named.map((staffId) => em.getReference(StaffMember, staffId)),
    });
    await tellOfMention(
      ctx,
      feedbackId,
      named.filter((staffId) => staffId !== actor.id),
    );
    return feedbackId;
  },
);

/** Says within how many days the city, or a unit, answers: whatever comes from now on. @throws Problem `unknown-unit` */
export const setAnswerPromise = command(
  'feedback.promise.set',
  (_: SetAnswerPromise) => ({ type: 'AnswerPromise', id: null }),
  async ({ em }, { unit, days }) => {
    if (days === null && !unit) throw new Problem('bad-input', { fields: ['days: required'] });
    if (days === null) await sql(em, 'delete from answer_promise where unit_key = $1', [unit]);
    else
      await sql(
        em,
        `insert into answer_promise (id, unit_key, days) values ($1, $2, $3) on conflict (coalesce(unit_key, '')) do update set days = excluded.days`,
        [newId(), unit ?? null, days],
      );
    return true;
  },
);
