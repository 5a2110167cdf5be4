import ical, { ICalEventStatus } from 'ical-generator';
import type { EventKind } from '@torilla/schema/events/events';
import type { LocalizedText } from '@torilla/schema/kernel/localized';
import { pick, type Locale } from '@torilla/schema/kernel/locale';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { hamina } from '../municipality/hamina.ts';

/** What a feed has: all events, those of a kind, those that serve a measure, or one. */
export interface Feed {
  kind?: EventKind | undefined;
  measure?: number | undefined;
  id?: string | undefined;
  lang: Locale;
}

/** So far back a calendar keeps what has been, and no feed is longer than so many events. */
const PAST_DAYS = 90;
const MOST = 1000;
/** How often calendars are told to ask again, in seconds. */
const EVERY = 3600;

const words: Record<Locale, { name: (city: string) => string; cancelled: string }> = {
  fi: { name: (city) => `${city}: tapahtumat`, cancelled: 'Peruttu' },
  sv: { name: (city) => `${city}: evenemang`, cancelled: 'Inställt' },
  en: { name: (city) => `${city}: events`, cancelled: 'Cancelled' },
};

interface Row {
  id: string;
  title: LocalizedText;
  description: LocalizedText | null;
  accessibility: LocalizedText | null;
  place: LocalizedText;
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
  cancelReason: LocalizedText | null;
  sequence: number;
  changedAt: Date;
}

/**
 * The calendar as RFC 5545 writes it. An event has the same UID for ever and a higher SEQUENCE after each move, so that a calendar that has it moves
 * it along; what is cancelled stays, and says so.
 */
export async function calendarOf({ em, clock, services }: Context, { kind, measure, id, lang }: Feed): Promise<string> {
  const rows = await sql<Row>(
    em,
    `select e.id, e.title, e.description, e.accessibility, p.name as place, e.starts_at as "startsAt", e.ends_at as "endsAt", e.cancelled_at as "cancelledAt",
      e.cancel_reason as "cancelReason", e.sequence, coalesce(greatest(e.cancelled_at, e.moved_at), e.starts_at - interval '1 year') as "changedAt"
    from event e join place p on p.key = e.place_key
    where ($1::text is null or e.kind = $1) and ($2::uuid is null or e.id = $2) and ($2::uuid is not null or e.ends_at > $3::timestamptz - $4 * interval '1 day')
      and ($5::int is null or exists (select from event_measures em join measure m on m.id = em.measure_id where em.event_id = e.id and m.number = $5))
    order by e.starts_at, e.id limit ${MOST}`,
    [kind ?? null, id ?? null, clock.now(), PAST_DAYS, measure ?? null],
  );
  const says = words[lang];
  const calendar = ical({ name: says.name(pick(hamina.name, lang)), prodId: { company: 'Torilla', product: 'Tapahtumat', language: lang }, ttl: EVERY });
  for (const row of rows) {
    const reason = row.cancelReason ? [`${says.cancelled}: ${pick(row.cancelReason, lang)}`] : [];
    const address = `${services.publicUrl}/tapahtumat/${row.id}`;
    calendar.createEvent({
      id: row.id,
      // the same until it changes, so that a calendar that asks again is told that nothing has
      stamp: new Date(row.changedAt),
      start: new Date(row.startsAt),
      end: new Date(row.endsAt),
      summary: pick(row.title, lang),
      description: [...reason, ...[row.description, row.accessibility].flatMap((text) => (text ? [pick(text, lang)] : [])), address].join('\n\n'),
      location: pick(row.place, lang),
      url: address,
      sequence: row.sequence,
      status: row.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
