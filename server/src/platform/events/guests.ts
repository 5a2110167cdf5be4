import type { Actor } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { isVisible } from '../../kernel/read/index.ts';
import { Event } from './events.entity.ts';
import { noteNotices } from './notices.ts';
import { Registration } from './registration.entity.ts';
import { lockEvents } from './series.ts';

/** Whoever registers without being of the staff: no account is needed. */
export const whoComes = ({ kind }: Actor): boolean => kind === 'anonymous' || kind === 'resident';

/**
 * An event whose places nobody else hands out until the commit: who registers, cancels or is let in does so one after the other.
 * What merely refers to the event, as feedback does, does not wait.
 * @throws Problem `unknown-event`
 */
export const lockEvent = async (ctx: Pick<Context, 'em' | 'clock'>, id: string): Promise<Event> => (await lockEvents(ctx, id, false))[0];

/** Gives the places that are free to those who wait, in the order in which they came; a party that is too many for them is passed over. They are told. */
export async function fillPlaces(ctx: Context, event: Event): Promise<void> {
  if (event.seatsWaited === 0 || !event.isAhead(ctx.clock.now())) return;
  const waiting = await ctx.em.find(Registration, { event: event.id, state: 'WAITLIST' }, { orderBy: { registeredAt: 'asc', id: 'asc' } });
  const given: Registration[] = [];
  for (const registration of waiting) {
    if (!event.hasRoomFor(registration.partySize)) continue;
    registration.moveTo('ATTENDING');
    event.seatsWaited -= registration.partySize;
    event.seatsTaken += registration.partySize;
    given.push(registration);
  }
  await noteNotices(ctx, given, 'PLACE_FREE');
}

/** Lets go what is held of whoever registered: their place too, unless they came. What is left says that somebody cancelled. */
export function forget(event: Event, registration: Registration): void {
  if (registration.state === 'ATTENDING') event.seatsTaken -= registration.partySize;
  if (registration.state === 'WAITLIST') event.seatsWaited -= registration.partySize;
  registration.moveTo('CANCELLED');
  Object.assign(registration, { name: '', email: null, phone: null, needs: null, resident: null });
}

/** One's own, or where one receives those who come. @throws Problem `not-found`, `forbidden` */
export async function assertReceives(ctx: Context, eventId: string): Promise<void> {
  const { actor, em } = ctx;
  if (!(await isVisible(ctx, Event, eventId))) throw new Problem('not-found');
  if (actor.kind === 'system' || receivesAll(actor)) return;
  const [staffs] = await sql(em, 'select from event_staffing where event_id = $1 and staff_member_id = $2', [eventId, actor.id]);
  if (!staffs) throw new Problem('forbidden');
}

const receivesAll = ({ roles, unitRoles = [] }: Actor): boolean =>
  roles.includes('ADMINISTRATOR') || roles.includes('OFFICER') || unitRoles.some(({ role }) => role === 'OFFICER');
