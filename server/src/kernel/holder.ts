import type { ProblemCode } from '@torilla/schema/kernel/problem';
import { sql } from './command.ts';
import type { Context } from './context.ts';
import { may } from './policy.ts';
import { Problem } from './problem.ts';

/** What staff put to rows of other nouns, by its table. */
export type Held = 'picture' | 'city_file';

/** How a noun has pictures or files: to which of its rows they belong, who may change them, and which everybody sees. */
export interface Holder {
  /** What it is called where one is sent. */
  of: string;
  /** The table that joins its rows with what they hold, and that table's column for its rows. */
  table: string;
  column: string;
  /** @throws Problem `not-found` for nothing of its, `forbidden` for whoever may not change it */
  assertMayChange: (ctx: Context, subjectId: string) => Promise<void>;
  /** Whether everybody sees what is held. Whoever may change it does anyway. */
  isPublic: (ctx: Context, subjectId: string, heldId: string) => Promise<boolean>;
}

/** What something belongs to. */
export interface Holding {
  holder: Holder;
  subjectId: string;
}

/** Something that is put to a row. */
export interface Putting {
  id: string;
  /** What holds it, as it is called where it is sent, and which row of it. */
  of: string;
  subjectId: string;
  /** The most that one row holds, and the problem that says so. */
  most: number;
  tooMany: ProblemCode;
  /** Whether what has this id already is the same; null where nothing has. */
  isSame: () => Promise<boolean | null>;
  /** Writes it. */
  write: () => Promise<void>;
}

const holdersOf = ({ services }: Context, held: Held): readonly Holder[] => (held === 'picture' ? services.pictured : services.filed);

/** What holds a picture or a file. @throws Problem `not-found` for none, and for one that belongs to nothing any more */
async function heldBy(ctx: Context, held: Held, id: string): Promise<Holding> {
  for (const holder of holdersOf(ctx, held)) {
    const [row] = await sql<{ id: string }>(ctx.em, `select "${holder.column}" as id from "${holder.table}" where "${held}_id" = $1`, [id]);
    if (row) return { holder, subjectId: row.id };
  }
  throw new Problem('not-found');
}

/** What a row holds changes one at a time, until the commit. */
export const lockHeld = async ({ em }: Pick<Context, 'em'>, subjectId: string): Promise<void> =>
  void (await sql(em, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [subjectId]));

/**
 * Puts a picture or a file to a row. Safe to do twice.
 * @throws Problem as its holder has it; `already-exists` for an id that is another's; that there are too many
 */
export async function putHeld(ctx: Context, held: Held, { id, of, subjectId, most, tooMany, isSame, write }: Putting): Promise<void> {
  const { table, column, assertMayChange } = holdersOf(ctx, held).find((one) => one.of === of)!;
  await lockHeld(ctx, subjectId);
  await assertMayChange(ctx, subjectId);
  const same = await isSame();
  if (same !== null) {
    if (!same || (await heldBy(ctx, held, id)).subjectId !== subjectId) throw new Problem('already-exists');
    return;
  }
  const [row] = await sql<{ there: number }>(ctx.em, `select count(*)::int as there from "${table}" where "${column}" = $1`, [subjectId]);
  if (row!.there >= most) throw new Problem(tooMany, { most });
  await write();
  await sql(ctx.em, `insert into "${table}" ("${column}", "${held}_id") values ($1, $2)`, [subjectId, id]);
}

/** Removes a picture or a file for good. @throws Problem `not-found` for none, `forbidden` for whoever may not change what it belongs to */
export async function removeHeld(ctx: Context, held: Held, id: string): Promise<void> {
  const { holder, subjectId } = await heldBy(ctx, held, id);
  await holder.assertMayChange(ctx, subjectId);
  await sql(ctx.em, `delete from "${held}" where id = $1`, [id]);
}

/** Whether everybody may have it. @throws Problem `not-found` for none, and for whoever may not see it yet */
export async function assertOpens(ctx: Context, held: Held, verb: string, id: string): Promise<boolean> {
  const { holder, subjectId } = await heldBy(ctx, held, id);
  const isPublic = await holder.isPublic(ctx, subjectId, id);
  if (isPublic) return true;
  if (!may(ctx.actor, verb)) throw new Problem('not-found');
  await holder.assertMayChange(ctx, subjectId);
  return false;
}
