import type { OpenContact, WithdrawContact } from '@torilla/schema/feedback/feedback';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { isVisible } from '../../kernel/read/index.ts';
import { writeView } from '../../platform/views/views.ts';
import { FeedbackContact } from './feedback.entity.ts';

/** Opens how a resident wishes to be answered, and writes down who did and why. @throws Problem `not-found` where there is nothing that is theirs to open */
export const openContact = command(
  'feedback.contact.open',
  ({ feedbackId }: OpenContact) => ({ type: 'Feedback', id: feedbackId }),
  async (ctx, { feedbackId, reason }) => {
    if (!(await isVisible(ctx, FeedbackContact, feedbackId))) throw new Problem('not-found');
    await writeView(ctx, { subject: 'Feedback', subjectId: feedbackId, data: 'CONTACT', reason });
    return feedbackId;
  },
);

/**
 * Takes the contact details of a message back, by its receipt; the words stay. What arrived sealed had them inside and goes too. Sent again it changes nothing.
 * @throws Problem `not-found` for a receipt of which nothing is in effect
 */
export const withdrawContact = command(
  'feedback.contact.withdraw',
  (_: WithdrawContact, id: string) => ({ type: 'Feedback', id }),
  async (ctx, { receipt }) => {
    const id = await behind(ctx, receipt);
    if (!id) throw new Problem('not-found');
    await dropContact(ctx, id);
    return id;
  },
);

/** The contact details go, and the sealed arrivals in which they stand; those of a newer revision would come after. */
export async function dropContact({ em }: Pick<Context, 'em'>, id: string): Promise<void> {
  await sql(em, 'update feedback set contact_id = null where id = $1', [id]);
  await sql(em, 'delete from feedback_contact where id = $1', [id]);
  await sql(em, `update inbox_item set sealed = '' where capture_id = $1`, [id]);
  await sql(em, 'delete from inbox_conflict where capture_id = $1', [id]);
}

/** The feedback behind a receipt. Whoever tries receipt after receipt waits. */
async function behind({ em, address, services }: Context, receipt: string): Promise<string | null> {
  services.limit(`contact:${address}`, 100, 60 * 60_000);
  const [found] = await sql<{ id: string }>(em, 'select id from feedback where id = (select capture_id from inbox_item where receipt = $1 limit 1)', [receipt]);
  return found?.id ?? null;
}

/** What the holder of a receipt may know of the contact details that came with it. */
export interface HeldContact {
  deleteOn: string | null;
  views: { at: Date; by: string; reason: string }[];
}

/** Whether contact details are held for a receipt, until when, and who looked; null for one of which nothing is in effect. */
export async function heldContact(ctx: Context, receipt: string): Promise<HeldContact | null> {
  const id = await behind(ctx, receipt);
  if (!id) return null;
  const [held] = await sql<{ day: string }>(ctx.em, 'select delete_on::text as day from feedback_contact where id = $1', [id]);
  const views = await sql<{ at: Date; by: string; reason: string }>(
    ctx.em,
    `select at, by, reason from view_line where subject = 'Feedback' and subject_id = $1 order by id desc limit 100`,
    [id],
  );
  return { deleteOn: held?.day ?? null, views: views.map((view) => ({ ...view, at: new Date(view.at) })) };
}
