import { command, savepoint } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { assertMay } from '../../kernel/policy.ts';

/** What is held of a resident, of one class. */
export interface Held {
  name: string;
  rows: readonly object[];
}

/** How many of a class were erased. */
export interface Erased {
  name: string;
  count: number;
}

/** Everything that the city holds of the resident who asks, of every noun, the account first. */
export async function heldOf(ctx: Context): Promise<Held[]> {
  assertMay(ctx.actor, 'residents.data.read');
  const held: Held[] = [];
  for (const { export: copy } of ctx.services.personal.toReversed())
    for (const [name, rows] of Object.entries(await copy(ctx, ctx.actor.id!))) held.push({ name, rows });
  return held;
}

async function eraseAll(ctx: Context): Promise<Erased[]> {
  const erased: Erased[] = [];
  for (const { erase } of ctx.services.personal) for (const [name, count] of Object.entries(await erase(ctx, ctx.actor.id!))) erased.push({ name, count });
  return erased.toReversed();
}

/** What was done is taken back; this carries out what it came to. */
class TakenBack extends Error {
  constructor(readonly erased: Erased[]) {
    super('taken back');
  }
}

/** Erases everything, says what went, and takes it back: the same as in earnest, up to there. */
export const tryErasing = command(
  'residents.account.erase.try',
  () => ({ type: 'Resident', id: null }),
  async (ctx, _: object): Promise<Erased[]> => {
    try {
      return await savepoint(ctx, async (within) => {
        throw new TakenBack(await eraseAll(within));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.erased;
      throw error;
    }
  },
);

/** Erases the account of the resident who asks and everything that is theirs; they are signed out everywhere. */
export const eraseAccount = command(
  'residents.account.erase',
  () => ({ type: 'Resident', id: null }),
  async (ctx, _: object): Promise<Erased[]> => {
    const erased = await eraseAll(ctx);
    ctx.session?.clear();
    return erased;
  },
);
