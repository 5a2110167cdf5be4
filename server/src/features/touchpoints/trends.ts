import { meanOf, shareOf, together, type Estimate, type Tally } from '@torilla/schema/touchpoints/interval';
import { FEW } from '@torilla/schema/kernel/few';
import type { TrendBy } from '@torilla/schema/touchpoints/touchpoints';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { hamina } from '../../platform/municipality/hamina.ts';

/** How it went in one period: days of the city's calendar, both included. */
export interface Period {
  from: string;
  to: string;
  answers: number;
  satisfied: number;
  mean: Estimate;
  share: Estimate;
}

interface Cell extends Tally {
  touchpoint: string;
  unit: string;
  from: string;
  to: string;
}

/** How far back a trend goes. */
const SPAN: Record<TrendBy, string> = { WEEK: '26 weeks', MONTH: '24 months' };

/**
 * What was answered at each point in each period that is over, and nothing of fewer than five answers: not by itself, and not as the difference of two figures.
 *
 * - A tap belongs to the week in which it came here. So a week that is over never changes: what comes late would stand out as the difference.
 * - Weeks are whole, Monday to Sunday, and a month is whole weeks: those whose Thursday lies in it. A month less its weeks leaves nothing.
 * - Weeks with fewer than five answers are not told. A month has them in it only where they are five together; otherwise they would be the difference.
 */
async function cells({ em, clock }: Context, by: TrendBy): Promise<Cell[]> {
  return sql<Cell>(
    em,
    `with now as (select date_trunc('week', $1::timestamptz at time zone $2)::date as monday),
    week as (
      select t.touchpoint_id, date_trunc('week', t.received_at at time zone $2)::date as monday, count(*)::int as answers, sum(score)::int as sum,
        sum(score * score)::int as squares, (count(*) filter (where score >= 4))::int as satisfied
      from touchpoint_tap t, now where t.state = 'COUNTED' and t.received_at < now.monday::timestamp at time zone $2
        and t.received_at >= date_trunc('month', now.monday - $3::interval) at time zone $2 - interval '6 days' group by 1, 2),
    part as (
      select touchpoint_id, monday as starts, monday + 6 as ends, answers, sum, squares, satisfied from week where $4 = 'WEEK'
      union all
      select touchpoint_id, date_trunc('week', month + interval '3 days')::date, (date_trunc('week', month + interval '1 month 3 days') - interval '1 day')::date,
        sum(answers)::int, sum(sum)::int, sum(squares)::int, sum(satisfied)::int
      from (select *, date_trunc('month', monday + interval '3 days') as month from week) w, now
      where $4 = 'MONTH' and month < date_trunc('month', now.monday + interval '3 days')
      group by touchpoint_id, month, answers >= $5),
    whole as (
      select touchpoint_id, starts, ends, sum(answers)::int as answers, sum(sum)::int as sum, sum(squares)::int as squares, sum(satisfied)::int as satisfied
      from part where answers >= $5 group by 1, 2, 3)
    select p.id as touchpoint, p.unit_key as unit, starts::text as from, ends::text as to, answers, sum, squares, satisfied
    from whole join touchpoint p on p.id = touchpoint_id, now where starts >= (now.monday - $3::interval)::date order by starts`,
    [clock.now(), hamina.timeZone, SPAN[by], by, FEW],
  );
}

/** The trend of each point, by its id. */
export const trendsOfPoints = async (ctx: Context, by: TrendBy): Promise<Map<string, Period[]>> =>
  grouped(await cells(ctx, by), ({ touchpoint }) => touchpoint);

/** The trend of each unit, by its key: what is told of its points, put together, so that it tells no more than they do. */
export const trendsOfUnits = async (ctx: Context, by: TrendBy): Promise<Map<string, Period[]>> => grouped(await cells(ctx, by), ({ unit }) => unit);

function grouped(all: readonly Cell[], keyOf: (cell: Cell) => string): Map<string, Period[]> {
  const found = new Map<string, Map<string, Cell[]>>();
  for (const cell of all) {
    const periods = found.get(keyOf(cell)) ?? new Map<string, Cell[]>();
    found.set(keyOf(cell), periods.set(cell.from, [...(periods.get(cell.from) ?? []), cell]));
  }
  return new Map([...found].map(([key, periods]) => [key, [...periods.values()].map(periodOf)]));
}

function periodOf(cells: readonly Cell[]): Period {
  const tally = together(cells);
  return { from: cells[0]!.from, to: cells[0]!.to, answers: tally.answers, satisfied: tally.satisfied, mean: meanOf(tally), share: shareOf(tally) };
}

/** How many taps of a point did not count since a moment, by the reason. */
export interface Uncounted {
  repeated: number;
  tooMany: number;
  closed: number;
}

const NOTHING_UNCOUNTED: Uncounted = { repeated: 0, tooMany: 0, closed: 0 };
const UNCOUNTED_DAYS = 30;

/** What did not count at each point in the last thirty days. It tells of how many, and of no face. */
export async function uncounted({ em, clock }: Context): Promise<(point: string) => Uncounted> {
  const rows = await sql<Uncounted & { touchpoint: string }>(
    em,
    `select touchpoint_id as touchpoint, (count(*) filter (where state = 'REPEATED'))::int as repeated, (count(*) filter (where state = 'TOO_MANY'))::int as "tooMany",
      (count(*) filter (where state = 'CLOSED'))::int as closed
    from touchpoint_tap where state <> 'COUNTED' and received_at > $1::timestamptz - $2 * interval '1 day' group by 1`,
    [clock.now(), UNCOUNTED_DAYS],
  );
  const known = new Map(rows.map((row) => [row.touchpoint, row]));
  return (point) => known.get(point) ?? NOTHING_UNCOUNTED;
}
