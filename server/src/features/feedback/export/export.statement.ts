import { type Context } from '../../../kernel/context.ts';
import { raw, seen, sql, type Sql } from '../../../kernel/read/index.ts';
import type { LocalizedText } from '../../../kernel/localized.ts';
import { Event } from '../../../platform/events/events.entity.ts';
import { hamina } from '../../../platform/municipality/hamina.ts';
import { District } from '../../../platform/places/places.entity.ts';
import { Measure } from '../../../platform/plan/plan.entity.ts';
import { Unit } from '../../../platform/plan/unit.entity.ts';
import { Feedback, FeedbackContact } from '../feedback.entity.ts';
import { conditions, type FeedbackFilter } from '../feedback.filter.ts';

/** A piece of feedback as the export has it. */
export interface ExportRow {
  id: string;
  said: string;
  received: string;
  event: LocalizedText | null;
  channel: string;
  language: string;
  mood: string | null;
  topics: LocalizedText[] | null;
  words: string | null;
  hidden: boolean;
  people: number;
  number: number | null;
  measure: LocalizedText | null;
  unit: LocalizedText | null;
  district: LocalizedText | null;
  state: string;
  due: string | null;
  priority: string;
  answered: string | null;
  answer: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
}

/**
 * All feedback that whoever asks may read and that fits the filter, the newest first. The address is there for those whose opening was written down, and for
 * nobody else. Notes of colleagues and receipts are never in it.
 */
export function exported(ctx: Context, filter: FeedbackFilter, opened: readonly string[] | null): Sql {
  const [f, e, m, u, d] = [seen(ctx, Feedback, 'f'), seen(ctx, Event, 'e'), seen(ctx, Measure, 'm'), seen(ctx, Unit, 'u'), seen(ctx, District, 'd')];
  const { column } = f;
  const at = (instant: Sql): Sql => sql`to_char(${instant} at time zone ${hamina.timeZone}::text, 'YYYY-MM-DD HH24:MI')`;
  const contact = opened && seen(ctx, FeedbackContact, 'c');
  return sql`select ${column('id')}, ${at(column('capturedAt'))} as said, ${at(column('receivedAt'))} as received, ${e.column('title')} as event,
      ${column('channel')}, ${column('language')}, ${column('mood')},
      (select jsonb_agg(t.name order by t.position) from feedback_topics ft join topic t on t.key = ft.topic_key where ft.feedback_id = ${column('id')}) as topics,
      case when ${column('hiddenAt')} is null then ${column('words')} end as words, ${column('hiddenAt')} is not null as hidden, ${column('headcount')} as people,
      ${m.column('number')}, ${m.column('title')} as measure, ${u.column('name')} as unit, ${d.column('name')} as district,
      ${column('state')}, ${column('dueOn')}::text as due, ${column('priority')}, ${at(raw('a.answered_at'))} as answered, a.words as answer,
      ${contact ? sql`${contact.column('name')}, ${contact.column('email')}, ${contact.column('phone')}` : raw('null as name, null as email, null as phone')}
    from ${f.rows}
      left join ${e.rows} on ${e.column('id')} = ${column('event')}
      left join ${m.rows} on ${m.column('id')} = ${column('measure')}
      left join ${u.rows} on ${u.column('key')} = ${column('unit')}
      left join ${d.rows} on ${d.column('key')} = ${column('district')}
      left join lateral (select answered_at, words from feedback_answer where feedback_id = ${column('id')} order by answered_at desc, id limit 1) a on true
      ${contact ? sql`left join ${contact.rows} on ${contact.column('id')} = ${column('contact')} and ${column('id')} = any(${opened}::uuid[])` : raw('')}
    where ${conditions(filter, ctx)(column)}
    order by ${column('capturedAt')} desc, ${column('id')} desc`;
}

/** Those whose address is there to be opened, of what fits the filter. */
export function withContact(ctx: Context, filter: FeedbackFilter): Sql {
  const [{ rows, column }, contact] = [seen(ctx, Feedback, 'f'), seen(ctx, FeedbackContact, 'c')];
  return sql`select ${column('id')} from ${rows} join ${contact.rows} on ${contact.column('id')} = ${column('contact')} where ${conditions(filter, ctx)(column)}`;
}
