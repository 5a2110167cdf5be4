import { PROTOCOL, type ItemResult, type PushAnswer, type PushCaptures } from '@torilla/schema/kernel/capture';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { sql, transaction } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { Device } from '../devices/devices.entity.ts';
import { tellEvent } from '../events/changes.ts';
import { advance, keepReport, lockEpoch } from './completeness.ts';
import { look, type Looked } from './open.ts';
import { settle } from './settle.ts';
import { isPushSignedBy } from '../devices/signature.ts';
import { keyOf, storedByKeys } from './stored.ts';

/**
 * Takes a push: stores first and judges afterwards, answers after the commit.
 * Nothing well-formed from a device that was ever enrolled is refused; sending again is harmless.
 * @throws Problem `device-unknown`, `signature-invalid`, `too-many-requests`; then nothing was stored and the device keeps everything
 */
export async function pushCaptures(ctx: Context, push: PushCaptures): Promise<PushAnswer> {
  ctx.services.limit(`push:${push.deviceId}`, 600, 60_000);
  const device = await ctx.em.findOne(Device, { id: push.deviceId });
  if (!device) throw new Problem('device-unknown');
  if (!(await isPushSignedBy(device.publicKey, push))) throw new Problem('signature-invalid');
  if (push.protocol > PROTOCOL)
    return answer(
      ctx,
      push,
      push.items.map(({ id, revision }) => ({ id, revision, code: 'UPGRADE_REQUIRED' })),
    );
  const looked = await Promise.all(push.items.map((item) => look(item, ctx.services)));
  return transaction({ ...ctx, actor: { kind: 'device', id: device.id, roles: [] } }, async (within) => {
    await lockEpoch(within.em, device.id, push.deviceEpoch);
    await keepReport(within.em, device.id, push.deviceEpoch, push.report, ctx.clock.now());
    const fresh = await store(within, push, looked);
    const stored = await storedByKeys(within, push.items);
    const told = await answer(within, push, await settle(within, device, looked, stored, fresh));
    await tellEvents(within, push);
    return told;
  });
}

// also a report alone: how far a tablet is with an event is what is followed there
async function tellEvents(ctx: Context, { items, report }: PushCaptures): Promise<void> {
  const newest = report.ready?.eventId ?? report.events[0]?.eventId;
  for (const eventId of new Set([...items.flatMap((item) => item.eventId ?? []), ...(newest ? [newest] : [])])) await tellEvent(ctx, eventId);
}

async function answer({ em, clock }: Context, push: PushCaptures, results: ItemResult[]): Promise<PushAnswer> {
  const [server] = await sql<{ epoch: string }>(em, 'select epoch from server_epoch');
  const progress = await advance(em, push.deviceId, push.deviceEpoch);
  return { requestId: push.requestId, serverEpoch: server!.epoch, serverTime: clock.now().toISOString(), results, ...progress };
}

// One statement stores what is new; what is known already is left alone and settled below.
async function store({ em, clock }: Context, push: PushCaptures, looked: readonly Looked[]): Promise<Set<string>> {
  const rows = await Promise.all(
    looked
      .filter(({ refused }) => !refused)
      .map(async ({ item, operation }) => ({
        id: newId(),
        capture_id: item.id,
        revision: item.revision,
        device_epoch: item.origin?.deviceEpoch ?? push.deviceEpoch,
        device_id: item.origin?.deviceId ?? push.deviceId,
        sequence: item.sequence,
        event_id: item.eventId,
        worker_id: item.workerId,
        captured_at: item.capturedAt,
        clock_offset_ms: item.clockOffsetMs,
        operation,
        receipt: await receiptOf(item.id),
        sha256: item.sha256,
        sealed: item.sealed,
      })),
  );
  if (!rows.length) return new Set();
  const inserted = await sql<{ capture_id: string; revision: number }>(
    em,
    `
    insert into inbox_item (id, capture_id, revision, device_id, device_epoch, sequence, event_id, worker_id, captured_at, clock_offset_ms,
      received_at, state, operation, receipt, sha256, sealed)
    select n.id, capture_id, revision, coalesce(d.id, $3), device_epoch, sequence, event_id, worker_id, captured_at, clock_offset_ms,
      $2, 'HELD', operation, receipt, sha256, sealed
    from jsonb_to_recordset($1) as n (id uuid, capture_id uuid, revision int, device_epoch uuid, device_id uuid, sequence int, event_id uuid,
      worker_id uuid, captured_at timestamptz, clock_offset_ms float8, operation text, receipt text, sha256 text, sealed text)
    left join device d on d.id = n.device_id
    on conflict on constraint inbox_item_once do nothing
    returning capture_id, revision`,
    [JSON.stringify(rows), clock.now(), push.deviceId],
  );
  return new Set(inserted.map((row) => keyOf({ id: row.capture_id, revision: row.revision })));
}
