import type { ItemCode, ItemResult, SealedCapture } from '@torilla/schema/kernel/capture';
import type { InboxState } from '@torilla/schema/inbox/inbox';
import { newId } from '@torilla/schema/kernel/id';
import { savepoint, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Device } from '../devices/devices.entity.ts';
import type { Judged, Looked } from './open.ts';
import { keyOf, type Stored } from './stored.ts';

/** What became of a stored item, to be written. */
export interface Outcome {
  id: string;
  state: InboxState;
  problem: Problem | null;
}

/**
 * What becomes of the items of a push. `fresh` holds those that this push stored first; each is settled once, so a twin later in the push
 * is a duplicate. Older revisions go first, whatever the order in which they were sent; the results keep that order.
 */
export async function settle(
  ctx: Context,
  device: Device,
  looked: readonly Looked[],
  stored: ReadonlyMap<string, Stored>,
  fresh: Set<string>,
): Promise<ItemResult[]> {
  const results = new Map<Looked, ItemResult>();
  const outcomes: Outcome[] = [];
  for (const one of looked.toSorted((a, b) => a.item.revision - b.item.revision)) {
    const { item, refused, judged } = one;
    const told = (code: ItemCode, more: Partial<ItemResult> = {}): ItemResult => ({ id: item.id, revision: item.revision, code, ...more });
    const row = stored.get(keyOf(item));
    if (refused || !row) results.set(one, told(refused ?? 'RETRY'));
    else if (!fresh.delete(keyOf(item))) results.set(one, await known(ctx, device, item, row, told));
    else {
      const outcome = row.erased ? { id: row.id, state: 'ERASED' as const, problem: null } : await judgeFresh(ctx, device, item, row, judged);
      outcomes.push(outcome);
      row.state = outcome.state; // for a twin later in the push
      results.set(one, tell(outcome, row, told));
    }
  }
  await writeOutcomes(ctx, outcomes);
  return looked.map((one) => results.get(one)!);
}

type Tell = (code: ItemCode, more?: Partial<ItemResult>) => ItemResult;

function tell({ state, problem }: Outcome, { receipt }: Stored, told: Tell): ItemResult {
  if (state === 'ERASED') return told('TOMBSTONED');
  return problem ? told('HELD', { receipt, reason: problem.code }) : told('ACCEPTED', { receipt });
}

// What the city has already.
async function known(ctx: Context, device: Device, item: SealedCapture, { state, sha256, receipt }: Stored, told: Tell): Promise<ItemResult> {
  if (state === 'ERASED') return told('TOMBSTONED');
  if (sha256 !== item.sha256) {
    await keepConflict(ctx, device, item);
    return told('CONFLICT', { receipt });
  }
  return told(state === 'HELD' ? 'HELD' : 'DUPLICATE', { receipt });
}

async function judgeFresh(ctx: Context, device: Device, item: SealedCapture, row: Stored, judged: Judged | Problem): Promise<Outcome> {
  const problem = obstacle(device, row, item.origin?.deviceId ?? device.id) ?? (judged instanceof Problem ? judged : null);
  return problem ? { id: row.id, state: 'HELD', problem } : putIntoEffect(ctx, row, judged as Judged);
}

// What holds an item whatever it says.
function obstacle(device: Device, { deviceId, sequence, sequenceReused }: Stored, madeBy: string): Problem | null {
  if (device.revokedAt) return new Problem('device-revoked');
  if (deviceId !== madeBy) return new Problem('device-unknown');
  return sequenceReused ? new Problem('capture-sequence-reused', { sequence }) : null;
}

/**
 * Puts a stored item into effect through the command that the online mutation calls, in a savepoint.
 * An older revision than the one in effect is only kept; what the command refuses holds the item.
 */
export async function putIntoEffect(ctx: Context, row: Stored, { handler, input }: Judged): Promise<Outcome> {
  if (row.superseded) return { id: row.id, state: 'SUPERSEDED', problem: null };
  const { captureId: id, revision, receipt, deviceId, eventId, workerId, receivedAt } = row;
  // the server's clock decides: a device's moment counts as it was measured against it, and never lies ahead of it
  const capturedAt = new Date(Math.min(receivedAt.getTime(), row.capturedAt.getTime() + (row.clockOffsetMs ?? 0)));
  const capture = { id, revision, receipt, deviceId, eventId, workerId, capturedAt, receivedAt };
  try {
    await savepoint({ ...ctx, capture }, (inside) => handler.command(inside, input as never));
  } catch (error) {
    if (error instanceof Problem) return { id: row.id, state: 'HELD', problem: error };
    throw error;
  }
  return { id: row.id, state: 'ACCEPTED', problem: null };
}

/** Writes what became of items, and that older revisions of those in effect are superseded. */
export async function writeOutcomes({ em }: Context, outcomes: readonly Outcome[]): Promise<void> {
  if (!outcomes.length) return;
  await sql(
    em,
    `update inbox_item set state = o.state, reason = o.reason, reason_facts = o.facts
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as o (id, state, reason, facts) where inbox_item.id = o.id`,
    [
      outcomes.map((o) => o.id),
      outcomes.map((o) => o.state),
      outcomes.map((o) => o.problem?.code ?? null),
      outcomes.map((o) => (o.problem ? JSON.stringify(o.problem.facts) : null)),
    ],
  );
  await sql(
    em,
    `update inbox_item older set state = 'SUPERSEDED' from inbox_item newer
    where newer.id = any($1::uuid[]) and newer.revision > 1 and newer.state = 'ACCEPTED'
      and older.capture_id = newer.capture_id and older.revision < newer.revision and older.state = 'ACCEPTED'`,
    [outcomes.map((o) => o.id)],
  );
}

async function keepConflict(ctx: Context, device: Device, item: SealedCapture): Promise<void> {
  await sql(
    ctx.em,
    `insert into inbox_conflict (id, capture_id, revision, device_id, sha256, sealed, received_at) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict on constraint inbox_conflict_once do nothing`,
    [newId(), item.id, item.revision, device.id, item.sha256, item.sealed, ctx.clock.now()],
  );
}
