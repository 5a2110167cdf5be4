import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { seersOf } from '../../kernel/read/index.ts';
import { type Granted, inEffect, staffActor } from '../../platform/staff/actor.ts';
import { Feedback } from './feedback.entity.ts';

/** Who of the staff may read a piece of feedback now, of those named or of all: by the rule that holds when they ask for it themselves. In two statements. */
export async function readersOf(ctx: Context, feedbackId: string, only: readonly string[] | null = null): Promise<string[]> {
  const granted = await sql<{ id: string; granted: Granted[] }>(
    ctx.em,
    `select g.staff_id as id, jsonb_agg(jsonb_build_object('role', g.role, 'unit', g.unit_key)) as granted
    from staff_grant g where ($1::uuid[] is null or g.staff_id = any($1)) and ${inEffect('$2')} group by g.staff_id`,
    [only, ctx.clock.now()],
  );
  const actors = granted.flatMap((one) => staffActor(one.id, one.granted) ?? []);
  return seersOf(ctx, Feedback, feedbackId, actors);
}
