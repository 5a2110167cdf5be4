import type { ScheduleEvent } from '@torilla/schema/events/events';
import type { Recurrence, ScheduleSeries } from '@torilla/schema/events/series';
import { newId } from '@torilla/schema/kernel/id';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { assertMay } from '../../kernel/policy.ts';
import { makeEvent, termsAt } from './events.commands.ts';
import { EventSeries } from './events.entity.ts';
import { daysOf, dayOf } from './recurrence.ts';
import { onDays } from './series.ts';

/**
 * Puts events that recur into the calendar, each of its own: one may be moved or cancelled without the others. Safe to send twice.
 * @throws Problem `bad-input`, `recurrence-endless`, `recurrence-too-long`, `recurrence-never`
 */
export const scheduleSeries = command(
  'event.series.schedule',
  ({ id }: ScheduleSeries) => ({ type: 'EventSeries', id }),
  async (ctx, { rule, ...event }) => {
    const { em, clock } = ctx;
    if (await em.count(EventSeries, { id: event.id })) return event.id;
    const series = em.create(EventSeries, { id: event.id, rule, createdAt: clock.now() });
    const first = { startsAt: new Date(event.startsAt), endsAt: new Date(event.endsAt) };
    for (const span of await onDays(ctx, first, daysOf(rule, dayOf(first.startsAt)))) {
      const registration = event.registration && termsAt(event.registration, first.startsAt, span.startsAt);
      const input: ScheduleEvent = { ...event, id: newId(), startsAt: span.startsAt.toISOString(), endsAt: span.endsAt.toISOString(), registration };
      makeEvent(ctx, input).series = em.getReference(EventSeries, series.id, { wrapped: true });
    }
    return event.id;
  },
);

/** When the events of a recurrence would begin. @throws Problem as `scheduleSeries` */
export async function occurrencesOf(ctx: Context, { rule, startsAt }: Recurrence): Promise<Date[]> {
  assertMay(ctx.actor, 'event.series.schedule');
  const at = new Date(startsAt);
  return (await onDays(ctx, { startsAt: at, endsAt: at }, daysOf(rule, dayOf(at)))).map((span) => span.startsAt);
}
