import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import type { PictureHolder } from '../../kernel/picture.ts';
import { may } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { Picture } from './picture.entity.ts';

/** What a picture belongs to. @throws Problem `not-found` for none, and for one that belongs to nothing any more */
export async function heldBy(ctx: Context, pictureId: string): Promise<{ holder: PictureHolder; subjectId: string }> {
  for (const holder of ctx.services.pictured) {
    const [row] = await sql<{ id: string }>(ctx.em, `select "${holder.column}" as id from "${holder.table}" where picture_id = $1`, [pictureId]);
    if (row) return { holder, subjectId: row.id };
  }
  throw new Problem('not-found');
}

/** The pictures of one thing change one at a time, until the commit. */
export const lockPictures = async ({ em }: Pick<Context, 'em'>, subjectId: string): Promise<void> =>
  void (await sql(em, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [subjectId]));

/** The pictures with these ids that are still there, in that order. */
export async function picturesOf({ em }: Pick<Context, 'em'>, ids: readonly string[]): Promise<Picture[]> {
  const found = await em.find(Picture, { id: { $in: [...ids] } });
  return ids.flatMap((id) => found.find((picture) => picture.id === id) ?? []);
}

/**
 * A picture's bytes, and whether anybody may have them.
 * @throws Problem `not-found` for none, and for whoever may not see it yet
 */
export async function openPicture(ctx: Context, id: string): Promise<{ content: Buffer; isPublic: boolean }> {
  const { holder, subjectId } = await heldBy(ctx, id);
  const isPublic = await holder.isPublic(ctx, subjectId, id);
  if (!isPublic) {
    if (!may(ctx.actor, 'picture.put')) throw new Problem('not-found');
    await holder.assertMayChange(ctx, subjectId);
  }
  const [row] = await sql<{ content: Buffer }>(ctx.em, 'select content from picture where id = $1', [id]);
  if (!row) throw new Problem('not-found');
  return { content: row.content, isPublic };
}
