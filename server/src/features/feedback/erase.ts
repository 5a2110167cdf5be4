import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { forgetSealed } from '../../platform/inbox/forget-sealed.ts';
import { forgetSubjects } from '../../platform/notifications/tell.ts';

/** Erases pieces of feedback and everything that came with them; of each only its id stays in the inbox, so that it cannot come back. */
export async function eraseWords({ em, clock }: Pick<Context, 'em' | 'clock'>, ids: readonly string[]): Promise<void> {
  await em.flush();
  const forAll = (text: string) => sql(em, text, [ids]);
  await forAll('delete from feedback_photo where feedback_id = any($1::uuid[])');
  await forAll('delete from feedback_topics where feedback_id = any($1::uuid[])');
  await forAll('delete from feedback where id = any($1::uuid[])');
  await forAll('delete from feedback_contact where id = any($1::uuid[])');
  await forAll('delete from attachment where capture_id = any($1::uuid[])');
  await sql(em, `update inbox_item set state = 'ERASED', sealed = '', sha256 = '', settled_at = $2 where capture_id = any($1::uuid[])`, [ids, clock.now()]);
  await forAll('delete from inbox_conflict where capture_id = any($1::uuid[])');
  await forgetSubjects({ em }, ids);
}

/** Erases what was marked for a report of a piece of feedback in which it does not stand any more. Write the words before. */
export async function eraseLostQuotes({ em }: Pick<Context, 'em'>, id: string): Promise<void> {
  await sql(em, `delete from feedback_quote q using feedback f where f.id = $1 and q.feedback_id = f.id and strpos(coalesce(f.words, ''), q.words) = 0`, [id]);
}

/** Forgets where answers to pieces of feedback would go. The sealed text has the address too, and goes with it; the words stay. */
export async function eraseContacts({ em }: Pick<Context, 'em'>, ids: readonly string[]): Promise<void> {
  await em.flush();
  const forAll = (text: string) => sql(em, text, [ids]);
  await forAll('update feedback set contact_id = null where contact_id = any($1::uuid[])');
  await forAll('delete from feedback_contact where id = any($1::uuid[])');
  await forgetSealed({ em }, ids);
}
