import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { endConsents, noteConsent } from '../../platform/residents/consents.ts';
import { eraseContacts } from './erase.ts';

/** Notes in the account that has a piece of feedback by which consent its address is held; where there is none (any more), that it has ended. */
export async function noteAnswerConsent(ctx: Context, id: string): Promise<void> {
  await ctx.em.flush();
  const [held] = await sql<{ resident: string; text: string; givenAt: Date; until: string }>(
    ctx.em,
    `select f.resident_id as resident, c.consent as text, f.captured_at as "givenAt", c.delete_on::text as until
    from feedback f join feedback_contact c on c.id = f.contact_id where f.id = $1`,
    [id],
  );
  if (held) await noteConsent(ctx, { ...held, givenAt: new Date(held.givenAt), purpose: 'ANSWER', subjectId: id });
  else await endConsents(ctx, 'ANSWER', [id]);
}

/** Residents take back the addresses that they left with pieces of feedback; the words stay. */
export async function withdrawContacts(ctx: Context, ids: readonly string[]): Promise<void> {
  await eraseContacts(ctx, ids);
  await sql(ctx.em, 'update feedback set contact_withdrawn_at = $2 where id = any($1::uuid[])', [ids, ctx.clock.now()]);
  await endConsents(ctx, 'ANSWER', ids);
}
