import { locales } from '@torilla/schema/kernel/localized';
import type { Attendance, DayItem } from '@torilla/schema/fieldday/fieldday';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import type { LocalizedText } from '../../kernel/localized.ts';
import { assertMay } from '../../kernel/policy.ts';
import { assertReceives } from '../events/guests.ts';
import type { TabletProof } from './fieldday.entity.ts';
import { eventFigures, type ShownFigure } from './figures.ts';

/** What people are told of before they say something at an event, and of the devices that it is said on. */
const NOTICES = ['FEEDBACK', 'DEVICES'];

/** A closing as staff see it. */
export interface Closing {
  id: string;
  closedAt: Date;
  closedBy: string;
  attendance: Attendance;
  tablets: TabletProof[];
  reason: string | null;
  reopenedAt: Date | null;
  reopenedBy: string | null;
}

/** What an officer knows of a day in the field beside its live figures. */
export interface FieldDayFacts {
  eventId: string;
  roster: { id: string; displayName: string; hasPin: boolean }[];
  figures: ShownFigure[];
  notices: { purpose: string; lacking: string[] }[];
  ticks: { item: DayItem; at: Date; by: string }[];
  closings: Closing[];
}

/** For whoever receives those who come. @throws Problem `unauthenticated`, `forbidden`, `not-found` */
export async function assertOpensDay(ctx: Context, eventId: string): Promise<void> {
  assertMay(ctx.actor, 'event.day.open');
  await assertReceives(ctx, eventId);
}

/** A day in the field: the evening before, and how it was closed. @throws Problem `forbidden`, `not-found` */
export async function fieldDayOf(ctx: Context, eventId: string): Promise<FieldDayFacts> {
  await assertOpensDay(ctx, eventId);
  const { em } = ctx;
  const roster = await sql<FieldDayFacts['roster'][number]>(
    em,
    `select m.id, m.display_name as "displayName", exists (select from staff_pin p where p.staff_id = m.id) as "hasPin"
    from event_staffing s join staff_member m on m.id = s.staff_member_id where s.event_id = $1 order by m.display_name, m.id`,
    [eventId],
  );
  const texts = await sql<{ purpose: string; title: LocalizedText | null; text: LocalizedText | null }>(
    em,
    'select p.purpose, n.title, n.text from unnest($1::text[]) with ordinality as p (purpose, n) left join notice n on n.purpose = p.purpose order by p.n',
    [NOTICES],
  );
  const ticks = await sql<{ item: DayItem; at: Date; by: string }>(
    em,
    'select t.item, t.at, m.display_name as by from field_day_tick t join staff_member m on m.id = t.by_id where t.event_id = $1 order by t.item',
    [eventId],
  );
  const closings = await sql<Closing>(
    em,
    `select c.id, c.closed_at as "closedAt", m.display_name as "closedBy", c.attendance, c.tablets, c.reason, c.reopened_at as "reopenedAt", r.display_name as "reopenedBy"
    from field_day_closing c join staff_member m on m.id = c.closed_by_id left join staff_member r on r.id = c.reopened_by_id
    where c.event_id = $1 order by c.closed_at desc, c.id`,
    [eventId],
  );
  return {
    eventId,
    roster,
    figures: await eventFigures(ctx, eventId, 'BEFORE'),
    notices: texts.map(({ purpose, title, text }) => ({ purpose, lacking: locales.filter((locale) => !title?.[locale] || !text?.[locale]) })),
    ticks: ticks.map((tick) => ({ ...tick, at: new Date(tick.at) })),
    closings: closings.map(({ closedAt, reopenedAt, ...closing }) => ({
      ...closing,
      closedAt: new Date(closedAt),
      reopenedAt: reopenedAt && new Date(reopenedAt),
    })),
  };
}
