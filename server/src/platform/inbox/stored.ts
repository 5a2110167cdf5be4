import type { InboxState } from '@torilla/schema/inbox/inbox';
import type { StaffRole } from '@torilla/schema/staff/staff';
import { sql } from '../../kernel/command.ts';
import { inEffect } from '../staff/actor.ts';
import type { Context } from '../../kernel/context.ts';

/** A stored item, as much of it as settling needs, and what stands around it. */
export interface Stored {
  id: string;
  captureId: string;
  revision: number;
  deviceId: string;
  sequence: number;
  eventId: string | null;
  workerId: string | null;
  capturedAt: Date;
  clockOffsetMs: number | null;
  receivedAt: Date;
  state: InboxState;
  /** The problem for which it is held. */
  reason: string | null;
  /** What it asks for, if it could be opened. */
  operation: string | null;
  receipt: string;
  sha256: string;
  sealed: string;
  /** Another revision of it was erased. */
  erased: boolean;
  /** A newer revision is in effect. */
  superseded: boolean;
  /** Another entry of its device has the same number. */
  sequenceReused: boolean;
  /** What is in effect of this capture came from another device. */
  anothers: boolean;
  /** It names a worker whose right to collect had run out when it was captured, or was withdrawn since. */
  workerWithdrawn: boolean;
}

const COLLECTORS: readonly StaffRole[] = ['WORKER', 'OFFICER', 'ADMINISTRATOR'];

const SELECT = `select i.id, capture_id as "captureId", revision, device_id as "deviceId", sequence, event_id as "eventId", worker_id as "workerId",
  captured_at as "capturedAt", clock_offset_ms as "clockOffsetMs", received_at as "receivedAt", state, reason, operation, receipt, sha256, sealed,
  exists (select from inbox_item e where e.capture_id = i.capture_id and e.state = 'ERASED') as erased,
  exists (select from inbox_item n where n.capture_id = i.capture_id and n.revision > i.revision and n.state = 'ACCEPTED') as superseded,
  exists (select from inbox_item t where t.device_id = i.device_id and t.device_epoch = i.device_epoch and t.sequence = i.sequence and t.id <> i.id) as "sequenceReused",
  exists (select from inbox_item o where o.capture_id = i.capture_id and o.device_id <> i.device_id and o.state in ('ACCEPTED', 'SUPERSEDED')) as anothers,
  exists (select from staff_member where id = i.worker_id) and not exists (select from staff_grant g where g.staff_id = i.worker_id
    and g.role = any(array[${COLLECTORS.map((role) => `'${role}'`).join()}]) and ${inEffect('i.captured_at')}) as "workerWithdrawn"
  from inbox_item i`;

const withDates = (row: Stored): Stored => ({ ...row, capturedAt: new Date(row.capturedAt), receivedAt: new Date(row.receivedAt) });

/** One revision of one capture, as a key. */
export const keyOf = (item: { id: string; revision: number }): string => `${item.id} ${item.revision}`;

/** The stored item of that row, taken for this transaction. */
export async function storedById(ctx: Context, id: string): Promise<Stored | null> {
  const [row] = await sql<Stored>(ctx.em, `${SELECT} where i.id = $1 for update of i`, [id]);
  return row ? withDates(row) : null;
}

/** The stored items of those revisions, by `keyOf`. */
export async function storedByKeys(ctx: Context, items: readonly { id: string; revision: number }[]): Promise<Map<string, Stored>> {
  const rows = await sql<Stored>(
    ctx.em,
    `${SELECT} join unnest($1::uuid[], $2::int[]) as k (capture, number) on k.capture = i.capture_id and k.number = i.revision`,
    [items.map(({ id }) => id), items.map(({ revision }) => revision)],
  );
  return new Map(rows.map((row) => [keyOf({ id: row.captureId, revision: row.revision }), withDates(row)]));
}
