import { channels, spokenLanguages } from '@torilla/schema/feedback/feedback';
import { FEW } from '@torilla/schema/kernel/few';
import type { PublicDimension } from '@torilla/schema/feedback/statistics';
import { sql } from '../../../kernel/command.ts';
import type { Context } from '../../../kernel/context.ts';
import type { LocalizedText } from '../../../kernel/localized.ts';
import { dayAt } from '../../../platform/municipality/day.ts';
import { hamina } from '../../../platform/municipality/hamina.ts';
import { suppress } from './suppress.ts';

/** One row of a table that everybody sees; a count of null is hidden. The key is empty for what nobody told. */
export interface PublicCell {
  key: string;
  name: LocalizedText | null;
  number: number | null;
  count: number | null;
}

export interface PublicTable {
  by: PublicDimension;
  cells: PublicCell[];
  together: number | null;
}

/** What everybody sees of a year. */
export interface PublicStatistics {
  year: number;
  years: number[];
  until: string;
  total: number | null;
  answered: number | null;
  medianDays: number | null;
  tables: PublicTable[];
}

interface Counted {
  part: PublicDimension | 'YEAR' | 'ANSWERED' | 'MEDIAN';
  key: string;
  name: LocalizedText | null;
  number: number | null;
  value: number | null;
}

/**
 * What residents said in a calendar year, up to the last month that is over: counted for everybody, so whoever asks is told the same. One statement. Only one
 * thing at a time is counted, and only a year at a time: what could be told from two tables or two spans of time would be worth no hiding.
 */
export async function publicStatistics(ctx: Context, asked: number | null): Promise<PublicStatistics> {
  const firstOpen = `${dayAt(ctx.clock.now()).slice(0, 7)}-01`;
  const lastYear = Number(dayBefore(firstOpen).slice(0, 4));
  const year = Math.min(asked ?? lastYear, lastYear);
  const rows = await sql<Counted>(ctx.em, STATEMENT, [year, firstOpen, hamina.timeZone]);
  const valueOf = (part: Counted['part'], key: string) => rows.find((row) => row.part === part && row.key === key)?.value ?? 0;
  const years = rows.flatMap(({ part, key, value }) => (part === 'YEAR' && (value ?? 0) >= FEW ? [Number(key)] : [])).sort((a, b) => b - a);
  const until = year === lastYear ? dayBefore(firstOpen) : `${year}-12-31`;
  const listed = (part: PublicDimension) => rows.filter((row) => row.part === part);
  const filled = (part: PublicDimension, keys: readonly string[]) => keys.map((key) => ({ key, name: null, number: null, value: valueOf(part, key) }));
  const months = Array.from({ length: Number(until.slice(5, 7)) }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`);
  const total = valueOf('YEAR', String(year));
  const answers = [valueOf('ANSWERED', 'true'), valueOf('ANSWERED', 'false')];
  const answered = suppress(answers).shown[0] ?? null;
  return {
    year,
    years,
    until,
    total: total >= FEW ? total : null,
    answered,
    medianDays: answered === null ? null : (rows.find(({ part }) => part === 'MEDIAN')?.value ?? null),
    tables: [
      tableOf('MONTH', filled('MONTH', months)),
      ...(['TOPIC', 'UNIT', 'DISTRICT', 'MEASURE'] as const).map((by) => tableOf(by, listed(by))),
      tableOf('LANGUAGE', filled('LANGUAGE', spokenLanguages.toReversed())),
      tableOf('CHANNEL', filled('CHANNEL', channels.toReversed())),
    ],
  };
}

// the first of a list is what is hidden along: what nobody told, which has the empty key, or what is rarest in most cities
function tableOf(by: PublicDimension, counted: readonly Omit<Counted, 'part'>[]): PublicTable {
  const { shown, together } = suppress(counted.map(({ value }) => value ?? 0));
  return { by, together, cells: counted.map(({ key, name, number }, at) => ({ key, name, number, count: shown[at]! })) };
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** A part that counts by one of the city's lists: the list is whole, for what is not there is too few as well. */
const ofList = (part: PublicDimension, list: string, key: string, number: string, said: string): string => `
  select '${part}', l.key, l.name, l.number, count(s.key)::float from
    (${part === 'TOPIC' ? '' : "select '' as key, null::jsonb as name, null::int as number union all "}select ${key} as key, name, ${number}::int as number from ${list}) l
    left join (${said}) s on s.key = l.key group by l.key, l.name, l.number`;

/** The measures of today. What was said of one that is no longer in the plan counts as said of none: it would be what the table leaves over. */
const IN_FORCE = "(select key, title as name, number from measure where plan_id = (select id from plan where state = 'IN_FORCE'))";

const STATEMENT = `with said as (
    select f.id, f.unit_key, f.district_key, m.key as measure_key, f.language, f.channel, f.captured_at at time zone $3::text as at,
      extract(epoch from a.answered_at - f.received_at)::float / 86400 as days
    from feedback f left join measure m on m.id = f.measure_id and m.key in (select l.key from ${IN_FORCE} l)
      left join (select feedback_id, min(answered_at) as answered_at from feedback_answer group by feedback_id) a on a.feedback_id = f.id
    where f.captured_at < ($2::date)::timestamp at time zone $3::text
  ), y as (select * from said where extract(year from at) = $1::int)
  select * from (
    select 'YEAR' as part, extract(year from at)::text as key, null::jsonb as name, null::int as number, count(*)::float as value from said group by 2
    union all select 'MONTH', to_char(at, 'YYYY-MM'), null, null, count(*) from y group by 2
    union all select 'LANGUAGE', language, null, null, count(*) from y group by 2
    union all select 'CHANNEL', channel, null, null, count(*) from y group by 2
    union all select 'ANSWERED', (days is not null)::text, null, null, count(*) from y group by 2
    union all select 'MEDIAN', '', null, null, round((percentile_cont(0.5) within group (order by days))::numeric, 1)::float from y
    union all ${ofList('TOPIC', 'topic', 'key', 'null', 'select t.topic_key as key from y join feedback_topics t on t.feedback_id = y.id')}
    union all ${ofList('UNIT', 'unit', 'key', 'null', "select coalesce(unit_key, '') as key from y")}
    union all ${ofList('DISTRICT', 'district', 'key', 'null', "select coalesce(district_key, '') as key from y")}
    union all ${ofList('MEASURE', `${IN_FORCE} m`, 'key', 'number', "select coalesce(measure_key, '') as key from y")}
  ) c order by part, number nulls first, key`;
