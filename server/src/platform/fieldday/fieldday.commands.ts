import { newId } from '@torilla/schema/kernel/id';
import type { CloseFieldDay, ReopenFieldDay, TickFieldDay } from '@torilla/schema/fieldday/fieldday';
import { lackingIn } from '@torilla/schema/fieldday/lacking';
import { command, sql } from '../../kernel/command.ts';
import { Problem } from '../../kernel/problem.ts';
import { tellEvent } from '../events/changes.ts';
import { assertReceives, lockEvent } from '../events/guests.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { FieldDayClosing } from './fieldday.entity.ts';
import { tabletsOf } from './tablets.ts';

/** Somebody has looked at a point of the evening before, or takes that back. The first to say so stays. @throws Problem `not-found`, `forbidden` */
export const tickFieldDay = command(
  'event.day.tick',
  ({ eventId }: TickFieldDay) => ({ type: 'Event', id: eventId }),
  async (ctx, { eventId, item, done }): Promise<string> => {
    await assertReceives(ctx, eventId);
    if (done)
      await sql(ctx.em, 'insert into field_day_tick (id, event_id, item, at, by_id) values ($1, $2, $3, $4, $5) on conflict (event_id, item) do nothing', [
        newId(),
        eventId,
        item,
        ctx.clock.now(),
        ctx.actor.id,
      ]);
    else await sql(ctx.em, 'delete from field_day_tick where event_id = $1 and item = $2', [eventId, item]);
    await tellEvent(ctx, eventId);
    return eventId;
  },
);

/**
 * Closes a day in the field with what has come of it. What comes later is taken all the same. Safe to send twice; whoever closes second is told that it is
 * closed, and changes nothing.
 * @throws Problem `unknown-event`, `event-cancelled`, `day-closed`; `captures-lacking` with how many, where more is lacking than was seen, or without a reason
 */
export const closeFieldDay = command(
  'event.day.close',
  ({ id }: CloseFieldDay) => ({ type: 'FieldDayClosing', id }),
  async (ctx, { id, eventId, attendance, lacking, reason = null }): Promise<string> => {
    const { em, actor, clock } = ctx;
    const event = await lockEvent(ctx, eventId);
    if (event.cancelledAt) throw new Problem('event-cancelled');
    const known = await em.findOne(FieldDayClosing, { $or: [{ id }, { event: eventId, reopenedAt: null }] });
    if (known && (known.id !== id || known.event.id !== eventId)) throw new Problem(known.id === id ? 'already-exists' : 'day-closed');
    if (known) return eventId;
    const tablets = await tabletsOf(ctx, eventId);
    const found = lackingIn(tablets);
    if (found > lacking || (found > 0 && !reason)) throw new Problem('captures-lacking', { lacking: found });
    em.create(FieldDayClosing, {
      id,
      event,
      attendance,
      reason: found ? reason : null,
      closedAt: clock.now(),
      closedBy: em.getReference(StaffMember, actor.id!),
      tablets: tablets.map(({ deviceId, name, made, received, held, missing }) => ({ deviceId, name, made, received, held, missing })),
    });
    await em.flush();
    await tellEvent(ctx, eventId);
    return eventId;
  },
);

/** Takes a closed day up again; the closing stays as it was. Safe to send twice. @throws Problem `not-found` */
export const reopenFieldDay = command(
  'event.day.reopen',
  ({ id }: ReopenFieldDay) => ({ type: 'FieldDayClosing', id }),
  async (ctx, { id }): Promise<string> => {
    const { em, actor, clock } = ctx;
    const found = await em.findOne(FieldDayClosing, { id });
    if (!found) throw new Problem('not-found');
    await lockEvent(ctx, found.event.id);
    const closing = await em.refresh(found);
    if (!closing!.reopenedAt) em.assign(closing!, { reopenedAt: clock.now(), reopenedBy: em.getReference(StaffMember, actor.id!) });
    await tellEvent(ctx, found.event.id);
    return found.event.id;
  },
);
