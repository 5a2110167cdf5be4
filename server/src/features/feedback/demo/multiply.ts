import { receiptOf } from '@torilla/schema/kernel/receipt';
import { sql } from '../../../kernel/command.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Dice } from '../../../kernel/dice.ts';

/** The copies of one year lie so far apart. */
const APART = "interval '17 seconds'";

/** What is copied with each piece: the table, the column that leads to the piece, and the columns that stay as they are. */
const parts = [
  ['feedback_topics', 'feedback_id', 'topic_key'],
  ['feedback_step', 'feedback_id', 'state, at, unit_key, by_id, words'],
  ['feedback_answer', 'feedback_id', 'words, language, answered_at, unit_key, answered_by_id, mail, kind, measure_id'],
  ['feedback_remark', 'feedback_id', 'words, at, by_id'],
] as const;

/** The id of a part of a copy: always the same one, of version 4. */
const idOf = (part: string) => `overlay(overlay(md5(c.id::text || ${part}) placing '4' from 13) placing '8' from 17)::uuid`;

/** Copies pieces of feedback with all that came of them, in a statement for each table: what is in the memory is their ids, however many copies there will be. */
export async function multiply(ctx: Context, dice: Dice, sources: readonly string[], copy: number): Promise<void> {
  const ids = sources.map(() => dice.id());
  const receipts = await Promise.all(ids.map(receiptOf));
  const copies = `unnest($1::uuid[], $2::uuid[], $3::text[]) c(source, id, receipt)`;
  const run = (text: string) => sql(ctx.em, text, [sources, ids, receipts]);
  await run(`insert into feedback_contact (id, name, email, consent, delete_on)
    select c.id, k.name, 'asukas-' || left(c.id::text, 8) || '@example.fi', k.consent, k.delete_on from ${copies} join feedback_contact k on k.id = c.source`);
  const same =
    'revision, words, mood, language, channel, headcount, note, event_id, device_id, worker_id, measure_id, unit_key, district_key, state, due_on, priority, assignee_id';
  await run(`insert into feedback (id, receipt, contact_id, captured_at, received_at, ${same})
    select c.id, c.receipt, case when f.contact_id is not null then c.id end, f.captured_at - ${copy} * ${APART}, f.received_at - ${copy} * ${APART}, ${same
      .split(', ')
      .map((column) => `f.${column}`)
      .join(', ')} from ${copies} join feedback f on f.id = c.source`);
  for (const [table, whole, columns] of parts) {
    const own = table === 'feedback_topics' ? '' : 'id, ';
    await run(
      `insert into ${table} (${own}${whole}, ${columns}) select ${own && `${idOf('p.id::text')}, `}c.id, ${columns
        .split(', ')
        .map((column) => `p.${column}`)
        .join(', ')} from ${copies} join ${table} p on p.${whole} = c.source`,
    );
  }
  await receive(ctx, ids);
}

/** Has each piece stand among what its tablet sent, so that it is found by its receipt, although nothing was ever sealed. */
export async function receive({ em }: Context, ids: readonly string[]): Promise<void> {
  await sql(
    em,
    `insert into inbox_item (id, capture_id, revision, device_id, device_epoch, sequence, event_id, worker_id, captured_at, received_at, settled_at, state, operation, receipt, sha256, sealed)
    select ${idOf("'inbox'")}, c.id, 1, device_id, device_id, s.last + row_number() over (partition by device_id order by captured_at, c.id),
      event_id, worker_id, captured_at, received_at, received_at, 'ACCEPTED', 'feedback.give', receipt, '', ''
    from feedback c join (select id, (select coalesce(max(sequence), 0) from inbox_item i where i.device_id = d.id and i.device_epoch = d.id) as last from device d) s on s.id = c.device_id
    where c.id = any($1::uuid[])`,
    [ids],
  );
}
