import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { deleteFrom, type RetentionRule } from '../../kernel/retention.ts';

/**
 * The days that the sealed text of a settled capture is kept. Once it is settled its words stand where they belong, and the sealed text is a second copy,
 * with the address of whoever wished for an answer. It is of use only while a fault in taking it in may still come to light: a worker misses something after
 * an event, or is away for a month and then does. Nothing that a device may still ask needs it: sending again is answered from the id and the hash, which stay.
 */
const SEALED_DAYS = 30;

/** Empties the sealed texts; what is left of each is its id, its number and its hash, by which it is known when it is sent again. */
const emptySealed = ({ em }: Context, ids: readonly string[]): Promise<unknown> =>
  sql(em, `update inbox_item set sealed = '' where id = any($1::uuid[])`, [ids]);

export const retention: RetentionRule[] = [
  {
    key: 'sealed',
    of: ['InboxItem'],
    ground: 'PUBLIC_TASK',
    days: SEALED_DAYS,
    records: `select id, settled_at as since, settled_at + interval '${SEALED_DAYS} days' as until from inbox_item where sealed <> '' and settled_at is not null`,
    purge: emptySealed,
    named: true,
  },
  {
    key: 'held',
    of: ['InboxItem'],
    ground: 'PUBLIC_TASK',
    days: null,
    records: `select id, received_at as since, null::timestamptz as until from inbox_item where state = 'HELD'`,
  },
  {
    key: 'conflict',
    of: ['InboxConflict'],
    ground: 'PUBLIC_TASK',
    days: SEALED_DAYS,
    records: `select id, received_at as since, received_at + interval '${SEALED_DAYS} days' as until from inbox_conflict`,
    purge: deleteFrom('inbox_conflict'),
    named: true,
  },
];
