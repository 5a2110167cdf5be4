import type { RetentionGround } from '@torilla/schema/retention/retention';
import { sql } from './command.ts';
import type { Context } from './context.ts';

/** How long a kind of personal record is kept, on which ground, and how it goes. */
export interface RetentionRule {
  /** Its class: `feedback-contact`. The words for it are the client's. */
  key: string;
  /** What it holds, by the names of the entities; the first is what the audit log names. */
  of: readonly [subject: string, ...others: string[]];
  ground: RetentionGround;
  /** The days that a record is kept; null where each says itself how long, or where nothing but a person's decision ends it. */
  days: number | null;
  /** The records as SQL, a row each: `id`, `since` (when the city got it), `until` (its purge date; null when a person's decision ends it). */
  records: string;
  /** How records whose date has passed go; absent where a person's decision ends it. */
  purge?: (ctx: Context, ids: readonly string[]) => Promise<unknown>;
  /** Whether each record that goes leaves an audit line of its own. What has no name but a secret's hash goes unnamed, all with one line. */
  named?: boolean;
}

/** A way to go: the rows are deleted. */
export const deleteFrom =
  (table: string, key = 'id', type = 'uuid') =>
  ({ em }: Context, ids: readonly string[]): Promise<unknown> =>
    sql(em, `delete from ${table} where ${key} = any($1::${type}[])`, [ids]);
