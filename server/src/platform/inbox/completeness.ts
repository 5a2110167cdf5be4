import type { EntityManager } from '@mikro-orm/postgresql';
import { MISSING_LIMIT, type DeviceReport, type SequenceRange } from '@torilla/schema/kernel/capture';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { Problem } from '../../kernel/problem.ts';

/** How far a device's numbers have come. */
export interface Progress {
  receivedThrough: number;
  missing: SequenceRange[];
}

/** Takes the device's epoch for this transaction, making it at its first contact: pushes of one device come one after another. */
export async function lockEpoch(em: EntityManager, deviceId: string, epoch: string): Promise<void> {
  await sql(em, 'insert into device_epoch (epoch, device_id) values ($1, $2) on conflict do nothing', [epoch, deviceId]);
  const rows = await sql(em, 'select from device_epoch where epoch = $1 and device_id = $2 for update', [epoch, deviceId]);
  if (!rows.length) throw new Problem('bad-input', { fields: ['deviceEpoch: belongs to another device'] });
}

/** Keeps what the device told of itself. */
export async function keepReport(em: EntityManager, deviceId: string, epoch: string, report: DeviceReport, now: Date): Promise<void> {
  await sql(
    em,
    `update device set last_contact_at = $2, unsent = $3, oldest_unsent_at = $4, storage_used = $5, storage_quota = $6, persisted = $7, app_version = $8,
      ready_at = coalesce($9, ready_at), ready_for = coalesce($10, ready_for), ready_faults = coalesce($11, ready_faults) where id = $1`,
    [
      deviceId,
      now,
      report.unsent,
      report.oldestUnsentAt ?? null,
      report.storageUsed ?? null,
      report.storageQuota ?? null,
      report.persisted ?? null,
      report.appVersion,
      report.ready?.at ?? null,
      report.ready?.eventId ?? null,
      report.ready ? JSON.stringify(report.ready.faults) : null,
    ],
  );
  await sql(em, 'update device_epoch set made = greatest(made, $2) where epoch = $1', [epoch, report.made]);
  if (!report.events.length) return;
  await sql(
    em,
    `insert into device_event (id, epoch, event_id, made)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int4multirange[])
    on conflict on constraint device_event_once do update set made = device_event.made + excluded.made`,
    [report.events.map(newId), report.events.map(() => epoch), report.events.map((e) => e.eventId), report.events.map((e) => multirange(e.made))],
  );
}

/**
 * Moves the mark up to which nothing is missing, and tells what is missing beyond it.
 * Only numbers beyond the mark are looked at, so a long life of a tablet costs nothing.
 */
export async function advance(em: EntityManager, deviceId: string, epoch: string): Promise<Progress> {
  const [row] = await sql<{ through: number; missing: string }>(
    em,
    `
    with mark as (select received_through as through, made from device_epoch where epoch = $2),
    beyond as (select distinct sequence from inbox_item, mark where device_id = $1 and device_epoch = $2 and sequence > through),
    moved as (
      update device_epoch set received_through = coalesce(
        (select max(sequence) from (select sequence, row_number() over (order by sequence) as n from beyond) b, mark where sequence = through + n),
        received_through)
      where epoch = $2 returning received_through as through)
    select moved.through,
      (int4multirange(int4range(moved.through + 1, greatest(mark.made, moved.through, (select max(sequence) from beyond)) + 1))
        - coalesce((select range_agg(int4range(sequence, sequence + 1)) from beyond), '{}'))::text as missing
    from moved, mark`,
    [deviceId, epoch],
  );
  return { receivedThrough: row?.through ?? 0, missing: ranges(row?.missing ?? '').slice(0, MISSING_LIMIT) };
}

/** The numbers that the device gave, as it last told, and the city lacks, over all lives of its database. */
export async function lackingOf(em: EntityManager, deviceId: string): Promise<SequenceRange[]> {
  const rows = await sql<{ missing: string }>(
    em,
    `select (int4multirange(int4range(received_through + 1, greatest(made, received_through) + 1))
      - coalesce((select range_agg(int4range(sequence, sequence + 1)) from inbox_item i where i.device_id = e.device_id and device_epoch = epoch
          and sequence > received_through), '{}'))::text as missing
    from device_epoch e where device_id = $1 order by epoch`,
    [deviceId],
  );
  return rows.flatMap((row) => ranges(row.missing));
}

/** Completeness of one device at one event. */
export interface EventCompleteness {
  deviceId: string;
  deviceName: string;
  lastContactAt?: Date;
  made: number;
  received: number;
  held: number;
  missing: SequenceRange[];
}

/** For each device that captured at the event, and each life of its database: made, received, held and missing, by number, from its last contact. */
export async function completenessOf(em: EntityManager, eventId: string): Promise<EventCompleteness[]> {
  const rows = await sql<{ device: string; name: string; contact: Date | null; made: string; received: number; held: number; missing: string }>(
    em,
    `
    with arrived as (
      select device_id, device_epoch, range_agg(int4range(sequence, sequence + 1)) as numbers,
        count(distinct sequence)::int as received, count(*) filter (where state = 'HELD')::int as held
      from inbox_item where event_id = $1 group by device_id, device_epoch),
    told as (select e.device_id, e.epoch, d.made from device_event d join device_epoch e on e.epoch = d.epoch where d.event_id = $1),
    both_sides as (
      select coalesce(t.device_id, a.device_id) as device_id, coalesce(t.made, '{}') + coalesce(a.numbers, '{}') as made,
        coalesce(a.numbers, '{}') as numbers, coalesce(a.received, 0) as received, coalesce(a.held, 0) as held
      from told t full join arrived a on a.device_id = t.device_id and a.device_epoch = t.epoch)
    select device_id as device, name, last_contact_at as contact, received, held, b.made::text, (b.made - numbers)::text as missing
    from both_sides b join device on device.id = device_id order by enrolled_at, device_id`,
    [eventId],
  );
  return rows.map((row) => ({
    deviceId: row.device,
    deviceName: row.name,
    ...(row.contact && { lastContactAt: new Date(row.contact) }),
    received: row.received,
    held: row.held,
    missing: ranges(row.missing),
    made: ranges(row.made).reduce((n, { from, to }) => n + to - from + 1, 0),
  }));
}

const multirange = (list: readonly SequenceRange[]): string => `{${list.map(({ from, to }) => `[${from},${to}]`).join()}}`;

// PostgreSQL writes whole-number ranges half-open: {[1,10),[11,12)}
function ranges(text: string): SequenceRange[] {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => ({ from: Number(from), to: Number(to) - 1 }));
}
