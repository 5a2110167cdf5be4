import { type FeedbackState, feedbackStates, handling } from '@torilla/schema/feedback/states';
import { newId } from '@torilla/schema/kernel/id';
import { type Actor, unitsOf } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { hamina } from '../../platform/municipality/hamina.ts';
import { tellOfSteps } from './told.ts';

/** Whether they work for the whole city, and not for units of it alone. */
export const isForCity = ({ roles }: Actor): boolean => roles.includes('ADMINISTRATOR') || roles.includes('OFFICER');

/**
 * Brings pieces of feedback to a state, those that may come to it: the others stay. Each is told by which unit: the officer's own, or the city where they
 * work for all of it; residents are told. However many there are it is as many statements.
 * @returns which came to it
 */
export async function step(ctx: Context, ids: readonly string[], state: FeedbackState, words: string | null = null): Promise<string[]> {
  const { em, actor, clock } = ctx;
  await em.flush();
  const before = feedbackStates.filter((from) => handling.can(from, state));
  const rows = await sql<{ id: string; unit: string | null; resident: string | null }>(
    em,
    'update feedback set state = $2 where id = any($1::uuid[]) and state = any($3::text[]) returning id, unit_key as unit, resident_id as resident',
    [ids, state, before],
  );
  const moved = rows.map((row) => ({ ...row, step: newId() }));
  const own = unitsOf(actor, 'OFFICER');
  const unitOf = (unit: string | null) => (isForCity(actor) ? null : unit && own.includes(unit) ? unit : (own[0] ?? null));
  await sql(
    em,
    `insert into feedback_step (id, feedback_id, state, at, unit_key, by_id, words)
    select s.id, s.feedback_id, $4, $5, s.unit_key, $6, $7 from unnest($1::uuid[], $2::uuid[], $3::text[]) as s (id, feedback_id, unit_key)`,
    [
      moved.map((one) => one.step),
      moved.map(({ id }) => id),
      moved.map(({ unit }) => unitOf(unit)),
      state,
      clock.now(),
      actor.kind === 'staff' ? actor.id : null,
      words,
    ],
  );
  await tellOfSteps(
    ctx,
    state,
    moved.map(({ id, resident, step: cause }) => ({ cause, subjectId: id, residentId: resident })),
  );
  return moved.map(({ id }) => id);
}

/** The day by which the city answers what came at that moment: as the unit promises, or else the city. */
export async function promisedDay({ em }: Pick<Context, 'em'>, unit: string | null, at: Date): Promise<string | null> {
  const [promise] = await sql<{ day: string }>(
    em,
    `select (($2::timestamptz at time zone $3)::date + days)::text as day from answer_promise
    where unit_key = $1 or unit_key is null order by unit_key nulls last limit 1`,
    [unit, at, hamina.timeZone],
  );
  return promise?.day ?? null;
}
