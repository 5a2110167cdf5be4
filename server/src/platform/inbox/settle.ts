import type { ItemCode, ItemResult } from '@torilla/schema/kernel/capture';
import type { InboxState } from '@torilla/schema/inbox/inbox';
import { newId } from '@torilla/schema/kernel/id';
import { savepoint, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Device } from '../devices/devices.entity.ts';
import type { Judged, Looked } from './open.ts';

/** A stored item, as much of it as settling needs. */
export interface Stored {
  id: string;
  captureId: string;
  revision: number;
  deviceId: string;
  deviceEpoch: string;
  sequence: number;
  eventId: string | null;
  workerId: string | null;
  capturedAt: Date;
  clockOffsetMs: number | null;
  receivedAt: Date;
  state: InboxState;
  receipt: string;
  sha256: string;
  sealed: string;
}

const COLUMNS = `id, capture_id as "captureId", revision, device_id as "deviceId", device_epoch as "deviceEpoch", sequence, event_id as "eventId",
  worker_id as "workerId", captured_at as "capturedAt", clock_offset_ms as "clockOffsetMs", received_at as "receivedAt", state, receipt, sha256, sealed`;

/** The stored item of that row, taken for this transaction. */
export async function storedById(ctx: Context, id: string): Promise<Stored | null> {
  const [row] = await sql<Stored>(ctx.em, `select ${COLUMNS} from inbox_item where id = $1 for update`, [id]);
  return row ? { ...row, capturedAt: new Date(row.capturedAt), receivedAt: new Date(row.receivedAt) } : null;
}

/** What becomes of one item of a push; `fresh` holds those that this push stored first. Each is settled once: a twin later in the push is a duplicate. */
export async function settle(ctx: Context, device: Device, { item, refused, judged }: Looked, fresh: Set<string>): Promise<ItemResult> {
  const told = (code: ItemCode, more: Partial<ItemResult> = {}): ItemResult => ({ id: item.id, revision: item.revision, code, ...more });
  if (refused) return told(refused);
  const [row] = await sql<Stored>(ctx.em, `select ${COLUMNS} from inbox_item where capture_id = $1 and revision = $2`, [item.id, item.revision]);
  const stored = { ...row!, capturedAt: new Date(row!.capturedAt), receivedAt: new Date(row!.receivedAt) };
  const { receipt } = stored;
  if (!fresh.delete(`${item.id} ${item.revision}`)) {
    if (stored.state === 'ERASED') return told('TOMBSTONED');
    if (stored.sha256 !== item.sha256) {
      await keepConflict(ctx, device, item);
      return told('CONFLICT', { receipt });
    }
    return told(stored.state === 'HELD' ? 'HELD' : 'DUPLICATE', { receipt });
  }
  if (await wasErased(ctx, item.id)) {
    await setState(ctx, stored.id, 'ERASED', null);
    return told('TOMBSTONED');
  }
  const problem = await obstacle(ctx, device, stored, item.origin?.deviceId ?? device.id) ?? (judged instanceof Problem ? judged : await tryEffect(ctx, stored, judged));
  if (problem) {
    await setState(ctx, stored.id, 'HELD', problem);
    return told('HELD', { receipt, reason: problem.code });
  }
  return told('ACCEPTED', { receipt });
}

// What holds an item whatever it says.
async function obstacle(ctx: Context, device: Device, stored: Stored, madeBy: string): Promise<Problem | null> {
  if (device.revokedAt) return new Problem('device-revoked');
  if (stored.deviceId !== madeBy) return new Problem('device-unknown');
  const twins = await sql(ctx.em, `select from inbox_item where device_id = $1 and device_epoch = $2 and sequence = $3 and id <> $4 limit 1`,
    [stored.deviceId, stored.deviceEpoch, stored.sequence, stored.id]);
  return twins.length ? new Problem('capture-sequence-reused', { sequence: stored.sequence }) : null;
}

/**
 * Puts a stored item into effect through the command that the online mutation calls, in a savepoint.
 * An older revision than the one in effect is only kept.
 * @returns the problem for which it must be held, or null when it is in effect
 */
export async function tryEffect(ctx: Context, stored: Stored, { handler, input }: Judged): Promise<Problem | null> {
  const newer = await sql(ctx.em, `select from inbox_item where capture_id = $1 and revision > $2 and state = 'ACCEPTED' limit 1`, [stored.captureId, stored.revision]);
  if (newer.length) {
    await setState(ctx, stored.id, 'SUPERSEDED', null);
    return null;
  }
  const { captureId: id, revision, receipt, deviceId, eventId, workerId, receivedAt } = stored;
  // the server's clock decides: a device's moment counts as it was measured against it, and never lies ahead of it
  const capturedAt = new Date(Math.min(receivedAt.getTime(), stored.capturedAt.getTime() + (stored.clockOffsetMs ?? 0)));
  const within: Context = { ...ctx, capture: { id, revision, receipt, deviceId, eventId, workerId, capturedAt, receivedAt } };
  try {
    await savepoint(within, (inside) => handler.command(inside, input as never));
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  await sql(ctx.em, `update inbox_item set state = 'SUPERSEDED' where capture_id = $1 and revision < $2 and state = 'ACCEPTED'`, [id, revision]);
  await setState(ctx, stored.id, 'ACCEPTED', null);
  return null;
}

async function setState(ctx: Context, id: string, state: InboxState, problem: Problem | null): Promise<void> {
  await sql(ctx.em, 'update inbox_item set state = $2, reason = $3, reason_facts = $4 where id = $1',
    [id, state, problem?.code ?? null, problem ? JSON.stringify(problem.facts) : null]);
}

async function wasErased(ctx: Context, captureId: string): Promise<boolean> {
  const rows = await sql(ctx.em, `select from inbox_item where capture_id = $1 and state = 'ERASED' limit 1`, [captureId]);
  return rows.length > 0;
}

async function keepConflict(ctx: Context, device: Device, item: Looked['item']): Promise<void> {
  await sql(ctx.em, `insert into inbox_conflict (id, capture_id, revision, device_id, sha256, sealed, received_at) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict on constraint inbox_conflict_once do nothing`, [newId(), item.id, item.revision, device.id, item.sha256, item.sealed, ctx.clock.now()]);
}
