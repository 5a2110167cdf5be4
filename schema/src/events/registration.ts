import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { lifecycle } from '../kernel/lifecycle.ts';
import { locales } from '../kernel/locale.ts';
import { Receipt } from '../kernel/receipt.ts';
import { MAX_CAPACITY, MAX_GUEST_NAME, MAX_NEEDS, MAX_PARTY } from './limits.ts';

/** Where a registration is: they have a place, they wait for one, they came, or they will not. */
export const registrationStates = ['ATTENDING', 'WAITLIST', 'CHECKED_IN', 'CANCELLED'] as const;
export const RegistrationState = z.enum(registrationStates).enum;
export type RegistrationState = keyof typeof RegistrationState;

/** Whoever came without a place and found one is let in at the door; a slip there is taken back. */
export const registrationLifecycle = lifecycle<RegistrationState>({
  ATTENDING: ['CHECKED_IN', 'CANCELLED'],
  WAITLIST: ['ATTENDING', 'CHECKED_IN', 'CANCELLED'],
  CHECKED_IN: ['ATTENDING'],
  CANCELLED: [],
});

/** When one may register, and for how many there is room. */
export const RegistrationTerms = z
  .object({
    opensAt: z.iso.datetime({ offset: true }).describe('From when on one may register.'),
    closesAt: z.iso.datetime({ offset: true }).describe('Until when; after it opens.'),
    capacity: z.int().min(1).max(MAX_CAPACITY).nullish().describe('For how many people there is room; null for any number.'),
  })
  .describe('When one may register, and for how many there is room.')
  .refine((terms) => Date.parse(terms.opensAt) < Date.parse(terms.closesAt), { path: ['closesAt'], error: 'registration-closes-before-opening' });

/** Somebody registers for an event, with an account or without one. */
export const RegisterForEvent = z.object({
  id: Id.describe('Minted where somebody registers; the same id is the same registration.'),
  eventId: Id.describe('For which event.'),
  name: z.string().trim().min(1).max(MAX_GUEST_NAME).describe('As they want to be called.'),
  email: z.email().max(254).nullish().describe('Where they are written to: that a place has become free, that the event moves. For nothing else.'),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9 ()-]{5,24}$/)
    .nullish()
    .describe('Where to call.'),
  partySize: z.int().min(1).max(MAX_PARTY).default(1).describe('How many come, themself included.'),
  needs: z.string().trim().max(MAX_NEEDS).nullish().describe('What they need there to take part: a place for a wheelchair, an induction loop.'),
  language: z.enum(locales).describe('The language in which they are written to.'),
});
export type RegisterForEvent = z.output<typeof RegisterForEvent>;

/** Somebody has come: pressed in the list, or known by the code that they show. */
export const CheckIn = z
  .object({
    eventId: Id.describe('To which event they came.'),
    registrationId: Id.nullish().describe('Who, of the list.'),
    code: Receipt.nullish().describe('Or the code that they show.'),
  })
  .refine(({ registrationId, code }) => !registrationId !== !code, { path: ['code'], error: 'one-of-id-and-code' });
export type CheckIn = z.output<typeof CheckIn>;

/** Somebody has come, as a tablet at the door noted it, with or without a network; at which event is told by the capture. */
export const Arrive = z.object({ code: Receipt.describe('The code that they showed.') });
export type Arrive = z.output<typeof Arrive>;
