import type { CancelEvent, MoveEvent } from '@torilla/schema/events/events';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { isAt, termsAt } from './events.commands.ts';
import type { Event } from './events.entity.ts';
import { noteNotices, takeBackMoves } from './notices.ts';
import { Registration, type NoticeKind } from './registration.entity.ts';
import { lockEvents, movedAlong, type Span } from './series.ts';

const subject = ({ id }: { id: string }) => ({ type: 'Event', id });

/**
 * Moves an event to another time or place, and those that follow it where that is asked for: everybody sees from where, and whoever registered is told.
 * Registering ends as long before it as it would have. Sent again it has moved once.
 * @throws Problem `unknown-event`, `event-cancelled`, `event-over` where it is, or would be
 */
export const moveEvent = command('event.move', subject, async (ctx, input: MoveEvent) => {
  const [event, ...others] = await lockEvents(ctx, input.id, input.following);
  if (isAt(event, input)) return event.id;
  const to = { startsAt: new Date(input.startsAt), endsAt: new Date(input.endsAt) };
  const along = await movedAlong(ctx, event, to, others);
  await move(ctx, event, to, input.place);
  for (const other of others) await move(ctx, other, along.get(other.id)!, input.place);
  return event.id;
});

async function move(ctx: Context, event: Event, { startsAt, endsAt }: Span, place: string): Promise<void> {
  const now = ctx.clock.now();
  event.assertAhead(now);
  if (startsAt <= now) throw new Problem('event-over');
  const { registrationOpensAt: opens, registrationClosesAt: closes } = event;
  const terms = opens && closes && termsAt({ opensAt: opens.toISOString(), closesAt: closes.toISOString() }, event.startsAt, startsAt);
  ctx.em.assign(event, {
    startsAt,
    endsAt,
    place,
    movedAt: now,
    movedFromStartsAt: event.startsAt,
    movedFromEndsAt: event.endsAt,
    movedFromPlace: event.place.unwrap().key,
    sequence: event.sequence + 1,
    ...(terms && { registrationClosesAt: new Date(terms.closesAt) }),
  });
  await tellGuests(ctx, event, 'MOVED');
}

/**
 * Cancels an event, and those that follow it where that is asked for: everybody sees that, and whoever registered is told.
 * @throws Problem `unknown-event`, `event-cancelled` for what is already, `event-over`
 */
export const cancelEvent = command('event.cancel', subject, async (ctx, { id, reason, following }: CancelEvent) => {
  for (const event of await lockEvents(ctx, id, following)) {
    event.assertAhead(ctx.clock.now());
    Object.assign(event, { cancelledAt: ctx.clock.now(), cancelReason: reason ?? null, sequence: event.sequence + 1 });
    await tellGuests(ctx, event, 'CANCELLED');
  }
  return id;
});

async function tellGuests(ctx: Context, event: Event, kind: NoticeKind): Promise<void> {
  await takeBackMoves(ctx, event.id);
  const guests = await ctx.em.find(Registration, { event: event.id, state: { $in: ['ATTENDING', 'WAITLIST'] } });
  await noteNotices(ctx, guests, kind);
}
