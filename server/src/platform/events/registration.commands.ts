import type { Arrive, CheckIn, RegisterForEvent } from '@torilla/schema/events/registration';
import { Receipt, receiptOf } from '@torilla/schema/kernel/receipt';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { parse } from '../../kernel/input.ts';
import { Problem } from '../../kernel/problem.ts';
import { forgetSubjects } from '../notifications/tell.ts';
import { Resident } from '../residents/residents.entity.ts';
import { writeViews } from '../views/views.ts';
import { tellEvent } from './changes.ts';
import { assertReceives, fillPlaces, forget, lockEvent } from './guests.ts';
import { noteNotices } from './notices.ts';
import { Registration } from './registration.entity.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Registers somebody: with a place while there is room for their party, else at the end of the waiting list. Safe to send twice. Where they left an address
 * they get their code by mail too.
 * @returns their code
 * @throws Problem `unknown-event`, `registration-closed`, `event-cancelled`, `already-registered` for an account that is already, `already-exists` for an id that says something else
 */
export const registerForEvent = command(
  'event.register',
  ({ id }: RegisterForEvent) => ({ type: 'Registration', id }),
  async (ctx, input) => {
    const { em, actor, clock, services, address } = ctx;
    const { id, eventId, name, email = null, phone = null, needs = null, partySize, language } = input;
    // a school class may register behind one address; nobody's mailbox is filled from many
    services.limit(`register:${address}`, 200, HOUR);
    if (email) services.limit(`register-mail:${email.toLowerCase()}`, 10, HOUR);
    const event = await lockEvent(ctx, eventId);
    const known = await em.findOne(Registration, { id });
    if (known && (known.event.id !== eventId || known.name !== name || known.email !== email)) throw new Problem('already-exists');
    if (known) return known.code;
    event.assertTakesRegistrations(clock.now());
    const hasPlace = event.hasRoomFor(partySize);
    if (hasPlace) event.seatsTaken += partySize;
    else event.seatsWaited += partySize;
    const registration = em.create(Registration, {
      id,
      event,
      name,
      email,
      phone,
      partySize,
      language,
      code: await receiptOf(id),
      resident: actor.kind === 'resident' ? em.getReference(Resident, actor.id!) : null,
      needs: needs || null,
      state: hasPlace ? 'ATTENDING' : 'WAITLIST',
      registeredAt: clock.now(),
    });
    await noteNotices(ctx, [registration], 'REGISTERED');
    return registration.code;
  },
);

/** The registration of a code, and its event, which nobody else changes meanwhile. @throws Problem `not-found` */
async function lockByCode(ctx: Context, code: string) {
  const found = await ctx.em.findOne(Registration, { code: parse(Receipt, code) });
  if (!found) throw new Problem('not-found');
  const event = await lockEvent(ctx, found.event.id);
  await ctx.em.refresh(found);
  return { event, registration: found };
}

/** How often one may try codes from an address. */
export const limitCodes = ({ services, address }: Context): void => services.limit(`registration:${address}`, 60, MINUTE);

/**
 * Whoever has the code will not come: what is held of them goes, and their place to the next who waits. Sent again it is as it was.
 * @throws Problem `not-found`, `registration-closed` for whoever has come
 */
export const cancelRegistration = command(
  'event.register.cancel',
  (_: { code: string }, id: string) => ({ type: 'Registration', id }),
  async (ctx, { code }) => {
    limitCodes(ctx);
    const { event, registration } = await lockByCode(ctx, code);
    if (registration.state === 'CANCELLED') return registration.id;
    forget(event, registration);
    await forgetSubjects(ctx, [registration.id]);
    await fillPlaces(ctx, event);
    return registration.id;
  },
);

/** Opens who comes, for whoever receives them. That they looked is written down, for each of those who come to see. @throws Problem `not-found`, `forbidden` */
export const openGuests = command(
  'event.guests.open',
  ({ eventId }: { eventId: string }) => ({ type: 'Event', id: eventId }),
  async (ctx, { eventId }) => {
    await assertReceives(ctx, eventId);
    const guests = await ctx.em.find(Registration, { event: eventId, state: { $ne: 'CANCELLED' } }, { fields: ['id'] });
    await writeViews(ctx, { subject: 'Registration', subjectIds: guests.map(({ id }) => id), data: 'REGISTRATION', reason: 'EVENT' });
  },
);

/**
 * Somebody has come. Checked in again they have come once. Whoever waited is let in as long as there is room.
 * @throws Problem `not-found` for a code of another event, `forbidden`, `registration-cancelled`, `event-cancelled`, `event-full`
 */
export const checkIn = command(
  'event.checkin',
  (_: CheckIn, id: string) => ({ type: 'Registration', id }),
  async (ctx, { eventId, registrationId, code }) => {
    await assertReceives(ctx, eventId);
    return letIn(ctx, eventId, code ? { code } : { id: registrationId! }, ctx.clock.now());
  },
);

/**
 * Somebody has come, as the tablet at the door noted it by their code; it may arrive long after them, and says when they came.
 * @throws Problem `unknown-event` for what was noted at none, `forbidden` unless whoever noted it staffs the event, and whatever `checkIn` refuses
 */
export const arrive = command(
  'event.arrive',
  (_: Arrive, id: string) => ({ type: 'Registration', id }),
  async (ctx, { code }) => {
    const { eventId, workerId, capturedAt } = ctx.capture!;
    if (!eventId) throw new Problem('unknown-event');
    const [staffs] = await sql(ctx.em, 'select from event_staffing where event_id = $1 and staff_member_id = $2', [eventId, workerId]);
    if (!staffs) throw new Problem('forbidden');
    return letIn(ctx, eventId, { code }, capturedAt);
  },
);

async function letIn(ctx: Context, eventId: string, who: { code: string } | { id: string }, cameAt: Date): Promise<string> {
  const event = await lockEvent(ctx, eventId);
  if (event.cancelledAt) throw new Problem('event-cancelled');
  const registration = await ctx.em.findOne(Registration, { event: eventId, ...who });
  if (!registration) throw new Problem('not-found');
  if (registration.state === 'CHECKED_IN') return registration.id;
  if (registration.state === 'WAITLIST') {
    event.seatsWaited -= registration.partySize;
    event.seatsTaken += registration.partySize;
  }
  registration.moveTo('CHECKED_IN');
  registration.checkedInAt = cameAt;
  event.attended += registration.partySize;
  await tellEvent(ctx, eventId);
  return registration.id;
}

/** A slip at the door is taken back. @throws Problem `not-found`, `forbidden` */
export const undoCheckIn = command(
  'event.checkin.undo',
  (_: { id: string }, id: string) => ({ type: 'Registration', id }),
  async (ctx, { id }) => {
    const found = await ctx.em.findOne(Registration, { id });
    if (!found) throw new Problem('not-found');
    await assertReceives(ctx, found.event.id);
    const event = await lockEvent(ctx, found.event.id);
    await ctx.em.refresh(found);
    if (found.state !== 'CHECKED_IN') return id;
    found.moveTo('ATTENDING');
    found.checkedInAt = null;
    event.attended -= found.partySize;
    await tellEvent(ctx, event.id);
    return id;
  },
);
