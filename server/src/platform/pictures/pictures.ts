import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import type { Bytes } from '../../kernel/held.route.ts';
import { assertOpens } from '../../kernel/holder.ts';
import { Picture } from './picture.entity.ts';

/** The pictures with these ids that are still there, in that order. */
export async function picturesOf({ em }: Pick<Context, 'em'>, ids: readonly string[]): Promise<Picture[]> {
  const found = await em.find(Picture, { id: { $in: [...ids] } });
  return ids.flatMap((id) => found.find((picture) => picture.id === id) ?? []);
}

/** A picture's bytes. @throws Problem `not-found` for none, and for whoever may not see it yet */
export async function openPicture(ctx: Context, id: string): Promise<Bytes> {
  const isPublic = await assertOpens(ctx, 'picture', 'picture.put', id);
  const [row] = await sql<{ content: Buffer }>(ctx.em, 'select content from picture where id = $1', [id]);
  return { content: row!.content, isPublic, name: `kuva-${id}.jpg` };
}
