import type { ClaimFeedback } from '@torilla/schema/feedback/feedback';
import { command, sql } from '../../kernel/command.ts';
import { Problem } from '../../kernel/problem.ts';
import { assertActsFor } from '../../platform/residents/children.commands.ts';
import { forgetConsents } from '../../platform/residents/consents.ts';
import { noteAnswerConsent } from './contact.ts';

const HOUR = 60 * 60_000;

/**
 * Puts what somebody said into their account: whoever knows the receipt may, and the first who does keeps it; a guardian also for a child.
 * Sent again it changes no more than whose words they are.
 * @throws Problem `not-found` for a receipt of which nothing is in effect (yet), `already-claimed` when it is in another account,
 * `child-of-age`
 */
export const claimFeedback = command(
  'feedback.claim',
  (_: ClaimFeedback, id: string) => ({ type: 'Feedback', id }),
  async (ctx, { receipt, childId }) => {
    const { em, actor, address, services } = ctx;
    services.limit(`claim:${actor.id}`, 100, HOUR);
    services.limit(`claim:${address}`, 100, HOUR);
    const [found] = await sql<{ id: string; holder: string | null }>(
      em,
      `select f.id, f.resident_id as holder from feedback f where f.id = (select capture_id from inbox_item where receipt = $1 limit 1) for update`,
      [receipt],
    );
    if (!found) throw new Problem('not-found');
    if (found.holder && found.holder !== actor.id) throw new Problem('already-claimed');
    if (childId) await assertActsFor(ctx, childId);
    await sql(em, 'update feedback set resident_id = $2 where id = $1', [found.id, actor.id]);
    if (childId !== undefined) await sql(em, 'update feedback set child_id = $2 where id = $1', [found.id, childId]);
    await noteAnswerConsent(ctx, found.id);
    return found.id;
  },
);

/** Takes it out of the account again; the words stay with the city, and whoever knows the receipt may claim them. @throws Problem `not-found` */
export const releaseFeedback = command(
  'feedback.release',
  ({ id }: { id: string }) => ({ type: 'Feedback', id }),
  async (ctx, { id }) => {
    const released = await sql(ctx.em, 'update feedback set resident_id = null, child_id = null where id = $1 and resident_id = $2 returning id', [
      id,
      ctx.actor.id,
    ]);
    if (!released.length) throw new Problem('not-found');
    await forgetConsents(ctx, 'ANSWER', id);
    return id;
  },
);
