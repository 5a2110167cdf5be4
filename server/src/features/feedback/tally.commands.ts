import type { TapTally, UndoTally } from '@torilla/schema/feedback/tally';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { TallyQuestion } from './tally.entity.ts';

/** One passer-by's answer. @throws Problem `unknown-question` */
export const tapTally = command(
  'tally.tap',
  (_: TapTally, id: string) => ({ type: 'TallyTap', id }),
  async (ctx, input) => {
    const id = ctx.capture!.id;
    await assertAsked(ctx, input);
    await insert(ctx, id, input, false, 'do nothing'); // it may have been taken back before it came
    return id;
  },
);

/** Takes a tap back, whether it has arrived or not. @throws Problem `unknown-question` */
export const undoTally = command(
  'tally.undo',
  ({ tapId }: UndoTally) => ({ type: 'TallyTap', id: tapId }),
  async (ctx, input) => {
    await assertAsked(ctx, input);
    await insert(ctx, input.tapId, input, true, 'do update set undone = true');
    return input.tapId;
  },
);

async function assertAsked({ em }: Context, { questionId, option }: TapTally): Promise<void> {
  const question = await em.findOne(TallyQuestion, { id: questionId });
  if (!question?.options.some(({ key }) => key === option)) throw new Problem('unknown-question');
}

async function insert(ctx: Context, id: string, { questionId, option }: TapTally, undone: boolean, onConflict: string): Promise<void> {
  await sql(ctx.em, `insert into tally_tap (id, question_id, option, undone, captured_at) values ($1, $2, $3, $4, $5) on conflict (id) ${onConflict}`, [
    id,
    questionId,
    option,
    undone,
    ctx.capture!.capturedAt,
  ]);
}
