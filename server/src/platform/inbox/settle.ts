import type { ItemCode, ItemResult } from '@torilla/schema/kernel/capture';
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
  /** Whether nobody may read what came, so that its sealed text goes at once. */
  secret?: boolean;
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
  const firsts = looked.toSorted((a, b) => a.item.revision - b.item.revision).filter(({ item, refused }) => !refused && fresh.delete(keyOf(item)));
  const outcomes = new Map<Looked, Outcome>();
  const due: Due[] = [];
  for (const one of firsts) {
    const row = stored.get(keyOf(one.item))!;
    const { judged } = one;
    const problem = obstacle(device, row, one.item.origin?.deviceId ?? device.id) ?? (judged instanceof Problem ? judged : null);
    if (row.erased) outcomes.set(one, { id: row.id, state: 'ERASED', problem: null });
    else if (problem) outcomes.set(one, { id: row.id, state: 'HELD', problem });
    else due.push({ one, row, judged: judged as Judged });
  }
  const effects = await putAllIntoEffect(ctx, due);
  due.forEach(({ one }, i) => outcomes.set(one, effects[i]!));
  // for twins later in the push
  for (const [{ item }, { state, problem }] of outcomes) Object.assign(stored.get(keyOf(item))!, { state, reason: problem?.code ?? null });
  await writeOutcomes(ctx, [...outcomes.values()]);

  const results: ItemResult[] = [];
  for (const one of looked) {
    const { item, refused } = one;
    const told: Tell = (code, more = {}) => ({ id: item.id, revision: item.revision, code, ...more });
    const row = stored.get(keyOf(item));
    const outcome = outcomes.get(one);
    if (refused || !row) results.push(told(refused ?? 'RETRY'));
    else results.push(outcome ? tell(outcome, row, told) : await known(ctx, device, one, row, told));
  }
  return results;
}

/** An item that nothing holds, to be put into effect. */
interface Due {
  one: Looked;
  row: Stored;
  judged: Judged;
}

type Tell = (code: ItemCode, more?: Partial<ItemResult>) => ItemResult;

function tell({ state, problem }: Outcome, { receipt }: Stored, told: Tell): ItemResult {
  if (state === 'ERASED') return told('TOMBSTONED');
  return problem ? told('HELD', { receipt, reason: problem.code }) : told('ACCEPTED', { receipt });
}

// What the city has already. Why it is held is said each time: the answer that said it first may have been lost.
async function known(ctx: Context, device: Device, one: Looked, { state, reason, sha256, receipt }: Stored, told: Tell): Promise<ItemResult> {
  if (state === 'ERASED') return told('TOMBSTONED');
  if (sha256 !== one.item.sha256) {
    await keepConflict(ctx, device, one);
    return told('CONFLICT', { receipt });
  }
  return state === 'HELD' ? told('HELD', { receipt, reason }) : told('DUPLICATE', { receipt });
}

// What holds an item whatever it says.
function obstacle(device: Device, { deviceId, sequence, sequenceReused, anothers, workerWithdrawn }: Stored, madeBy: string): Problem | null {
  if (device.revokedAt) return new Problem('device-revoked');
  if (device.retiredAt) return new Problem('device-retired');
  if (deviceId !== madeBy) return new Problem('device-unknown');
  if (sequenceReused) return new Problem('capture-sequence-reused', { sequence });
  // who knows the id of what everybody reads does not change it
  if (anothers) return new Problem('capture-anothers');
  return workerWithdrawn ? new Problem('worker-withdrawn') : null;
}

// In one savepoint and one unit of work, so that the database is asked per push and not per item. When a command refuses one, each has a savepoint
// of its own: that one is held and keeps none of the others.
async function putAllIntoEffect(ctx: Context, due: readonly Due[]): Promise<Outcome[]> {
  async function each(run: (row: Stored, judged: Judged) => Promise<Outcome>): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const { row, judged } of due) outcomes.push(await run(row, judged));
    return outcomes;
  }
  try {
    return await savepoint(ctx, (inside) => each((row, judged) => effect(inside, row, judged)));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return each((row, judged) => putIntoEffect(ctx, row, judged));
  }
}

/** Puts a stored item into effect, in a savepoint; what the command refuses holds the item. */
export async function putIntoEffect(ctx: Context, row: Stored, judged: Judged): Promise<Outcome> {
  try {
    return await savepoint(ctx, (inside) => effect(inside, row, judged));
  } catch (error) {
    if (error instanceof Problem) return { id: row.id, state: 'HELD', problem: error };
    throw error;
  }
}

// Runs the command that the online mutation calls. An older revision than the one in effect is only kept.
async function effect(ctx: Context, row: Stored, { handler, input }: Judged): Promise<Outcome> {
  const secret = handler.kind.secret === true;
  if (row.superseded) return { id: row.id, state: 'SUPERSEDED', problem: null, secret };
  const { captureId: id, revision, receipt, deviceId, eventId, workerId, receivedAt } = row;
  // the server's clock decides: a device's moment counts as it was measured against it, and never lies ahead of it
  const capturedAt = new Date(Math.min(receivedAt.getTime(), row.capturedAt.getTime() + (row.clockOffsetMs ?? 0)));
  await handler.command({ ...ctx, capture: { id, revision, receipt, deviceId, eventId, workerId, capturedAt, receivedAt } }, input as never);
  return { id: row.id, state: 'ACCEPTED', problem: null, secret };
}

/** Writes what became of items, and that older revisions of those in effect are superseded. */
export async function writeOutcomes({ em, clock }: Context, outcomes: readonly Outcome[]): Promise<void> {
  if (!outcomes.length) return;
  await sql(
    em,
    `update inbox_item set state = o.state, reason = o.reason, reason_facts = o.facts, settled_at = case when o.state <> 'HELD' then $5::timestamptz end,
      sealed = case when o.secret then '' else sealed end
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $6::bool[]) as o (id, state, reason, facts, secret) where inbox_item.id = o.id`,
    [
      outcomes.map((o) => o.id),
      outcomes.map((o) => o.state),
      outcomes.map((o) => o.problem?.code ?? null),
      outcomes.map((o) => (o.problem ? JSON.stringify(o.problem.facts) : null)),
      clock.now(),
      outcomes.map((o) => o.secret ?? false),
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

async function keepConflict(ctx: Context, device: Device, { item, secret }: Looked): Promise<void> {
  await sql(
    ctx.em,
    `insert into inbox_conflict (id, capture_id, revision, device_id, sha256, sealed, received_at) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict on constraint inbox_conflict_once do nothing`,
    [newId(), item.id, item.revision, device.id, item.sha256, secret ? '' : item.sealed, ctx.clock.now()],
  );
}
