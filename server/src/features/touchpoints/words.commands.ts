import { LockMode } from '@mikro-orm/core';
import type { JudgeTapWords } from '@torilla/schema/touchpoints/touchpoints';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { coverPersonal } from '../../kernel/cover.ts';
import { Problem } from '../../kernel/problem.ts';
import { isVisible } from '../../kernel/read/index.ts';
import { forgetSealed } from '../../platform/inbox/forget-sealed.ts';
import { TouchpointWords } from './touchpoints.entity.ts';

/**
 * Judges words after a tap: shown, shown with what tells who somebody is covered, or hidden; later otherwise. What was covered is kept nowhere, in the sealed text
 * neither.
 * @throws Problem `not-found`
 */
export const judgeTapWords = command(
  'touchpoint.words.judge',
  ({ id }: JudgeTapWords) => ({ type: 'TouchpointWords', id }),
  async (ctx, { id, verdict }): Promise<string> => {
    const { em, clock } = ctx;
    const said = (await isVisible(ctx, TouchpointWords, id)) && (await em.findOne(TouchpointWords, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
    if (!said) throw new Problem('not-found');
    em.assign(said, { state: verdict === 'HIDE' ? 'HIDDEN' : 'SHOWN', judgedAt: clock.now() });
    if (verdict === 'COVER') {
      em.assign(said, { words: coverPersonal(said.words, said.language), coveredAt: clock.now() });
      await forgetSealed(ctx, [id]);
    }
    return id;
  },
);

/** Words whose time is over go with what was sealed of them. */
export async function purgeWords(ctx: Context, ids: readonly string[]): Promise<void> {
  await forgetSealed(ctx, ids);
  await sql(ctx.em, 'delete from touchpoint_words where id = any($1::uuid[])', [ids]);
}
