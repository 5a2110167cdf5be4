import { sql } from '../../kernel/command.ts';
import type { Holder } from '../../kernel/holder.ts';
import { assertMay } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { assertReceives } from '../events/guests.ts';
import { EventReport } from './fieldday.entity.ts';

/** The pictures of an event's report: everybody sees those with which it was published. */
export const eventReportPictures: Holder = {
  of: 'EVENT_REPORT',
  table: 'event_report_pictures',
  column: 'event_report_event_id',
  assertMayChange: async (ctx, eventId) => {
    assertMay(ctx.actor, 'event.report.save');
    await assertReceives(ctx, eventId);
    if (!(await ctx.em.count(EventReport, { event: eventId }))) throw new Problem('not-found');
  },
  isPublic: async ({ em }, eventId, pictureId) =>
    (await sql(em, `select from event_report where event_id = $1 and published->'pictureIds' @> to_jsonb($2::text)`, [eventId, pictureId])).length > 0,
};
