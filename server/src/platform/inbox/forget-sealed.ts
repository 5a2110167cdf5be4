import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';

/** Drops the sealed text of captures whose words were covered or erased, and what spoke against it; what still waits for a person keeps it, or nobody could put it into effect. */
export async function forgetSealed({ em }: Pick<Context, 'em'>, captureIds: readonly string[]): Promise<void> {
  await sql(em, `update inbox_item set sealed = '' where capture_id = any($1::uuid[]) and state <> 'HELD'`, [captureIds]);
  await sql(em, 'delete from inbox_conflict where capture_id = any($1::uuid[])', [captureIds]);
}
