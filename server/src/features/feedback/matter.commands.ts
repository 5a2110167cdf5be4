import type { AnswerMatter, NameMatter } from '@torilla/schema/feedback/matters';
import { newId } from '@torilla/schema/kernel/id';
import { unitsOf } from '../../kernel/actor.ts';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { isVisible, visibleOf } from '../../kernel/read/index.ts';
import { Feedback, FeedbackMatter } from './feedback.entity.ts';
import { isForCity, step } from './steps.ts';
import { tellOfAnswers } from './told.ts';

/** Begins a matter, or names it anew. */
export const nameMatter = command(
  'feedback.matter.name',
  ({ id }: NameMatter) => ({ type: 'FeedbackMatter', id }),
  async ({ em, actor, clock }, { id, title }) => {
    await sql(
      em,
      'insert into feedback_matter (id, title, created_at, created_by_id) values ($1, $2, $3, $4) on conflict (id) do update set title = excluded.title',
      [id, title, clock.now(), actor.id],
    );
    return id;
  },
);

/** How many were answered, and how many were left because they are other units' to answer. */
export interface MatterAnswered {
  answered: number;
  left: number;
}

interface Piece {
  id: string;
  unit: string | null;
  language: string;
  assignee: string | null;
}

/**
 * Answers everybody who said the same, in as many statements however many they are; the mails are sent by a job. Sent again it answers whom it missed.
 * @throws Problem `not-found`, `unknown-measure`, `unknown-event`; `forbidden` where all of it is other units' to answer; `newer-revision` where a colleague
 * has answered some of it that its writer may read and has not seen
 */
export const answerMatter = command(
  'feedback.matter.answer',
  ({ matterId }: AnswerMatter) => ({ type: 'FeedbackMatter', id: matterId }),
  async (ctx, input): Promise<MatterAnswered> => {
    const { em, actor, clock } = ctx;
    const { id, matterId, texts, basedOn, kind, measureId, eventId } = input;
    if (!(await isVisible(ctx, FeedbackMatter, matterId))) throw new Problem('not-found');
    const all = await sql<Piece>(
      em,
      `select f.id, f.unit_key as unit, f.language, f.assignee_id as assignee
      from feedback f where f.matter_id = $1 order by f.id for update`,
      [matterId],
    );
    const seen = new Set(
      await visibleOf(
        ctx,
        Feedback,
        all.map((piece) => piece.id),
      ),
    );
    const units = unitsOf(actor, 'OFFICER');
    const theirs = all.filter((piece) => seen.has(piece.id) && (isForCity(actor) || !piece.unit || piece.assignee === actor.id || units.includes(piece.unit)));
    if (!all.length) throw new Problem('not-found');
    if (!theirs.length) throw new Problem('forbidden');
    if (basedOn !== undefined && basedOn !== (await newestAnswer(ctx, [...seen], id))) throw new Problem('newer-revision');
    const texted = theirs.map((piece) => ({ ...piece, text: texts.find(({ language }) => language === piece.language) ?? texts[0]! }));
    const answers = await sql<{ id: string }>(
      em,
      `insert into feedback_answer (id, feedback_id, unit_key, words, language, mail, batch, answered_at, answered_by_id, kind, measure_id, event_id)
      select p.*, 'NONE', $6, $7, $8, $9, $10, $11 from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) as p
      on conflict (batch, feedback_id) do nothing returning id`,
      [
        texted.map(() => newId()),
        texted.map((piece) => piece.id),
        texted.map(({ unit }) => unit),
        texted.map(({ text }) => text.words),
        texted.map(({ text }) => text.language),
        id,
        clock.now(),
        actor.id,
        kind,
        measureId ?? null,
        eventId ?? null,
      ],
    );
    const ids = theirs.map((piece) => piece.id);
    await step(ctx, ids, kind === 'CHANGE' ? 'CHANGED' : 'ANSWERED');
    await tellOfAnswers(
      ctx,
      kind,
      answers.map((answer) => answer.id),
    );
    for (const one of ids) ctx.audit.push({ action: 'feedback.answer', subject: 'Feedback', subjectId: one });
    return { answered: theirs.length, left: all.length - theirs.length };
  },
);

// sent again it is no answer of a colleague's
async function newestAnswer({ em }: Context, ids: readonly string[], batch: string): Promise<string | null> {
  const [newest] = await sql<{ id: string }>(
    em,
    `select id from feedback_answer where feedback_id = any($1::uuid[]) and batch is distinct from $2 order by answered_at desc, id desc limit 1`,
    [ids, batch],
  );
  return newest?.id ?? null;
}
