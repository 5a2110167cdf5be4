import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { hamina } from '../municipality/hamina.ts';
import { Event } from './events.entity.ts';

/** When an event is. */
export interface Span {
  startsAt: Date;
  endsAt: Date;
}

/**
 * The event, and those of its series that follow and will still be held where that is asked for; nobody else changes them until the commit.
 * @throws Problem `unknown-event`
 */
export async function lockEvents({ em, clock }: Pick<Context, 'em' | 'clock'>, id: string, following: boolean): Promise<[Event, ...Event[]]> {
  const rows = await sql<{ id: string }>(
    em,
    `select e.id from event e join event o on o.id = $1
    where e.id = o.id or ($2 and e.series_id = o.series_id and e.starts_at > o.starts_at and e.cancelled_at is null and e.ends_at > $3)
    order by e.starts_at, e.id for no key update of e`,
    [id, following, clock.now()],
  );
  const events = await em.find(Event, { id: { $in: rows.map((row) => row.id) } }, { populate: ['place'], orderBy: { startsAt: 'asc', id: 'asc' } });
  const first = events.find((event) => event.id === id);
  if (!first) throw new Problem('unknown-event');
  return [first, ...events.filter((event) => event !== first)];
}

/** Where others of a series come to be when one of them moves: on by as many days and hours of the city's clock. */
export async function movedAlong({ em }: Pick<Context, 'em'>, from: Span, to: Span, others: readonly Event[]): Promise<Map<string, Span>> {
  const rows = await sql<{ id: string; startsAt: Date; endsAt: Date }>(
    em,
    `select id, (starts_at at time zone $2::text + (($4::timestamptz at time zone $2::text) - ($3::timestamptz at time zone $2::text))) at time zone $2::text as "startsAt",
      (ends_at at time zone $2::text + (($6::timestamptz at time zone $2::text) - ($5::timestamptz at time zone $2::text))) at time zone $2::text as "endsAt"
    from event where id = any($1::uuid[])`,
    [others.map(({ id }) => id), hamina.timeZone, from.startsAt, to.startsAt, from.endsAt, to.endsAt],
  );
  return new Map(rows.map(({ id, startsAt, endsAt }) => [id, { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }]));
}

/** The same hours of the city's clock on other days. */
export async function onDays({ em }: Pick<Context, 'em'>, { startsAt, endsAt }: Span, days: readonly string[]): Promise<Span[]> {
  const rows = await sql<{ startsAt: Date; endsAt: Date }>(
    em,
    `select (d.day + (s.starts::time)) at time zone $2::text as "startsAt", (d.day + (s.ends - s.starts::date)) at time zone $2::text as "endsAt"
    from unnest($1::date[]) with ordinality as d (day, n), (select $3::timestamptz at time zone $2::text as starts, $4::timestamptz at time zone $2::text as ends) s order by d.n`,
    [days, hamina.timeZone, startsAt, endsAt],
  );
  return rows.map((row) => ({ startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) }));
}
