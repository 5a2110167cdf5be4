import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { completenessOf } from '../inbox/completeness.ts';
import type { TabletProof } from './fieldday.entity.ts';

/** A device at an event: what it made and what has come of it, and whether it was found ready. */
export interface DayTablet extends TabletProof {
  /** Whether it is the city's, and not a resident's browser. */
  isTablet: boolean;
  lastContactAt: Date | null;
  unsent: number;
  readyAt: Date | null;
  /** What was found wrong; null where it was never looked at for this event. */
  faults: string[] | null;
  /** What came after the day was closed. */
  late: number;
}

interface Row {
  id: string;
  name: string;
  kind: string;
  contact: Date | null;
  unsent: number;
  readyAt: Date | null;
  faults: string[] | null;
  late: number;
}

/** The devices of an event: those that captured there, and tablets that were enrolled for it, or made ready for it, and are in use. By name. */
export async function tabletsOf({ em }: Pick<Context, 'em'>, eventId: string): Promise<DayTablet[]> {
  const complete = await completenessOf(em, eventId);
  const rows = await sql<Row>(
    em,
    `select d.id, d.name, d.kind, d.last_contact_at as contact, d.unsent,
      case when d.ready_for = $1 then d.ready_at end as "readyAt", case when d.ready_for = $1 then d.ready_faults end as faults,
      (select count(distinct i.sequence)::int from inbox_item i join field_day_closing c on c.event_id = $1 and c.reopened_at is null
        where i.event_id = $1 and i.device_id = d.id and i.received_at > c.closed_at) as late
    from device d where d.id = any($2::uuid[])
      or (d.kind = 'TABLET' and d.revoked_at is null and d.retired_at is null and (d.enrolled_for = $1 or d.ready_for = $1))
    order by d.kind = 'PUBLIC', d.name, d.id`,
    [eventId, complete.map(({ deviceId }) => deviceId)],
  );
  return rows.map(({ id, name, kind, contact, unsent, readyAt, faults, late }) => {
    // a device whose database was made anew has had several lives
    const lives = complete.filter(({ deviceId }) => deviceId === id);
    const sum = (of: 'made' | 'received' | 'held') => lives.reduce((n, life) => n + life[of], 0);
    return {
      deviceId: id,
      name,
      isTablet: kind === 'TABLET',
      lastContactAt: contact && new Date(contact),
      unsent,
      readyAt: readyAt && new Date(readyAt),
      faults,
      late,
      made: sum('made'),
      received: sum('received'),
      held: sum('held'),
      missing: lives.flatMap((life) => life.missing),
    };
  });
}
