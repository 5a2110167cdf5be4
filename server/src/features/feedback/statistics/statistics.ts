import { type FeedbackFilter, conditions } from '../feedback.filter.ts';
import { StatisticsDimension, type StatisticsStep } from '@torilla/schema/feedback/statistics';
import type { Context } from '../../../kernel/context.ts';
import type { LocalizedText } from '../../../kernel/localized.ts';
import { Problem } from '../../../kernel/problem.ts';
import { ask, type Column, raw, seen, sql, type Sql } from '../../../kernel/read/index.ts';
import { Event } from '../../../platform/events/events.entity.ts';
import { dayAt } from '../../../platform/municipality/day.ts';
import { hamina } from '../../../platform/municipality/hamina.ts';
import { District } from '../../../platform/places/places.entity.ts';
import { Measure } from '../../../platform/plan/plan.entity.ts';
import { Unit } from '../../../platform/plan/unit.entity.ts';
import { Feedback, Topic } from '../feedback.entity.ts';

/** The most rows that an answer has, and the most events: those with the most feedback. */
const MOST_ROWS = 5000;
const MOST_EVENTS = 100;

/** What is counted, by what and over which steps of time. */
export interface StatisticsOf {
  filter: FeedbackFilter;
  by: StatisticsDimension;
  over: StatisticsStep | null;
}

/** One row of statistics. */
export interface StatisticsRow {
  key: string | null;
  period: string | null;
  name: LocalizedText | null;
  number: number | null;
  count: number;
  people: number;
  open: number;
  late: number;
  answered: number;
  medianDays: number | null;
  p90Days: number | null;
}

/** Where the key of a dimension stands, what must be joined for it, and where its name is. */
interface Dimension {
  key: Sql;
  join?: Sql;
  names?: { rows: Sql; key: Sql; name: Sql; number?: Sql };
}

function dimensionOf(ctx: Context, by: StatisticsDimension, column: Column): Dimension {
  const named = (Entity: Parameters<typeof seen>[1], key: string, name: string, number?: string): Dimension['names'] => {
    const { rows, column: of } = seen(ctx, Entity, 'n');
    return { rows, key: sql`${of(key)}::text`, name: of(name), number: number ? of(number) : undefined };
  };
  const dimensions: Record<StatisticsDimension, () => Dimension> = {
    ALL: () => ({ key: raw('null') }),
    UNIT: () => ({ key: column('unit'), names: named(Unit, 'key', 'name') }),
    DISTRICT: () => ({ key: column('district'), names: named(District, 'key', 'name') }),
    MEASURE: () => ({ key: column('measure'), names: named(Measure, 'id', 'title', 'number') }),
    TOPIC: () => ({
      key: raw('ft.topic_key'),
      join: sql` left join feedback_topics ft on ft.feedback_id = ${column('id')}`,
      names: named(Topic, 'key', 'name'),
    }),
    LANGUAGE: () => ({ key: column('language') }),
    CHANNEL: () => ({ key: column('channel') }),
    MOOD: () => ({ key: column('mood') }),
    STATE: () => ({ key: column('state') }),
    EVENT: () => ({ key: column('event'), names: named(Event, 'id', 'title') }),
  };
  return dimensions[by]();
}

/**
 * Counts the feedback that whoever asks may read. One statement.
 * @throws Problem `query-too-expensive` where there would be too many rows
 */
export async function feedbackStatistics(ctx: Context, { filter, by, over }: StatisticsOf): Promise<StatisticsRow[]> {
  const { rows, column } = seen(ctx, Feedback, 'f');
  const { key, join, names } = dimensionOf(ctx, by, column);
  const period = over
    ? sql`date_trunc(${over.toLowerCase()}::text, ${column('capturedAt')} at time zone ${hamina.timeZone}::text)::date::text`
    : raw('null::text');
  const most = by === StatisticsDimension.EVENT ? MOST_EVENTS : MOST_ROWS;
  const found = await ask<StatisticsRow>(
    ctx,
    sql`select c.*, ${names?.name ?? raw('null::jsonb')} as name, ${names?.number ?? raw('null::int')} as number from (
      select v.key, v.period, count(*)::int as count, coalesce(sum(v.people), 0)::int as people,
        count(*) filter (where v.open)::int as open,
        count(*) filter (where v.open and v.due_on < ${dayAt(ctx.clock.now())}::date)::int as late,
        count(v.days)::int as answered,
        round((percentile_cont(0.5) within group (order by v.days))::numeric, 1)::float as "medianDays",
        round((percentile_cont(0.9) within group (order by v.days))::numeric, 1)::float as "p90Days"
      from (
        select ${key}::text as key, ${period} as period, ${column('headcount')} as people, ${column('dueOn')} as due_on,
          ${column('state')} not in ('ANSWERED', 'CHANGED') as open,
          extract(epoch from a.answered_at - ${column('receivedAt')})::float / 86400 as days
        from ${rows}
        left join (select feedback_id, min(answered_at) as answered_at from feedback_answer group by feedback_id) a on a.feedback_id = ${column('id')}${join ?? raw('')}
        where ${conditions(filter, ctx)(column)}
      ) v group by v.key, v.period
    ) c${names ? sql` left join ${names.rows} on ${names.key} = c.key` : raw('')}
    order by c.period, c.count desc, c.key limit ${most + (by === StatisticsDimension.EVENT ? 0 : 1)}`,
  );
  if (found.length > MOST_ROWS) throw new Problem('query-too-expensive', { rows: MOST_ROWS });
  return by === StatisticsDimension.ALL && !over && !found.length ? [nothing] : found;
}

const nothing: StatisticsRow = {
  key: null,
  period: null,
  name: null,
  number: null,
  count: 0,
  people: 0,
  open: 0,
  late: 0,
  answered: 0,
  medianDays: null,
  p90Days: null,
};
