import type { LocalizedText } from '@torilla/schema/kernel/localized';
import { Receipt } from '@torilla/schema/kernel/receipt';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { parse } from '../../kernel/input.ts';
import { Problem } from '../../kernel/problem.ts';
import { viewsAt, type SeenView } from '../../platform/views/views.ts';
import { withdrawContacts } from './contact.ts';
import { eraseWords } from './erase.ts';

/** What is held of whoever has a receipt, as they are told without an account. */
export interface HeldByReceipt {
  contactUntil: string | null;
  claimed: boolean;
  answers: { words: string; language: string; answeredAt: Date; unit: LocalizedText | null }[];
  views: SeenView[];
}

interface Found {
  id: string;
  contactUntil: string | null;
  claimed: boolean;
}

async function behind({ em, address, services }: Context, code: string): Promise<Found | null> {
  services.limit(`receipt:${address}`, 60, 60_000);
  const [found] = await sql<Found>(
    em,
    `select f.id, c.delete_on::text as "contactUntil", f.resident_id is not null as claimed
    from feedback f left join feedback_contact c on c.id = f.contact_id where f.id = (select capture_id from inbox_item where receipt = $1 limit 1)`,
    [parse(Receipt, code)],
  );
  return found ?? null;
}

/** What is held behind a receipt, and who looked; null while it is not in effect and once it is erased. */
export async function heldByReceipt(ctx: Context, code: string): Promise<HeldByReceipt | null> {
  const found = await behind(ctx, code);
  if (!found) return null;
  const answers = await sql<{ words: string; language: string; at: Date; unit: LocalizedText | null }>(
    ctx.em,
    'select a.words, a.language, a.answered_at as at, u.name as unit from feedback_answer a left join unit u on u.key = a.unit_key where a.feedback_id = $1 order by a.answered_at',
    [found.id],
  );
  return { ...found, answers: answers.map(({ at, ...answer }) => ({ ...answer, answeredAt: new Date(at) })), views: await viewsAt(ctx, [found.id]) };
}

const subject = (_: { code: string }, id: string) => ({ type: 'Feedback', id });

/** Whoever has the receipt takes back the address that they left. @throws Problem `not-found` */
export const withdrawContactByReceipt = command('feedback.contact.withdraw', subject, async (ctx, { code }: { code: string }) => {
  const found = await behind(ctx, code);
  if (!found) throw new Problem('not-found');
  await withdrawContacts(ctx, [found.id]);
  return found.id;
});

/** Whoever has the receipt erases the words and what came with them. What is in an account is its resident's to erase. @throws Problem `not-found`, `already-claimed` */
export const eraseByReceipt = command('feedback.erase.receipt', subject, async (ctx, { code }: { code: string }) => {
  const found = await behind(ctx, code);
  if (!found) throw new Problem('not-found');
  if (found.claimed) throw new Problem('already-claimed');
  await eraseWords(ctx, [found.id]);
  return found.id;
});
