import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';
import { LocalizedText } from '../kernel/localized.ts';
import { RegistrationTerms } from './registration.ts';

/** The ways in which the city goes out to its residents (measure 5). */
export const eventKinds = ['MARKET_SQUARE', 'OPEN_DOORS', 'INFORMATION', 'DISCUSSION', 'MORNING_COFFEE', 'VILLAGE_HEADS'] as const;
export const EventKind = z.enum(eventKinds).enum;
export type EventKind = keyof typeof EventKind;

const following = z.boolean().default(false).describe('True where the same happens to those of its series that follow and are still held.');

/** A new event in the city's calendar. */
export const ScheduleEvent = z
  .object({
    id: Id.describe('Minted where the event is written; the same id is the same event.'),
    kind: z.enum(eventKinds).describe('What kind of occasion it is.'),
    title: LocalizedText.describe('What it is called.'),
    description: LocalizedText.nullish().describe('What happens there, for residents.'),
    accessibility: LocalizedText.nullish().describe('How one gets in and takes part: without steps, an induction loop, an interpreter.'),
    place: Key.describe('The key of a place.'),
    startsAt: z.iso.datetime({ offset: true }).describe('When it begins.'),
    endsAt: z.iso.datetime({ offset: true }).describe('When it ends; after it begins.'),
    measureIds: z.array(Id).max(15).default([]).describe('The measures of the plan that it serves.'),
    staffIds: z.array(Id).max(50).default([]).describe('Who is there for the city.'),
    registration: RegistrationTerms.nullish().describe('How one registers; null where nobody needs to. Left out it stays as it was.'),
    following,
  })
  .refine((e) => Date.parse(e.startsAt) < Date.parse(e.endsAt), { path: ['endsAt'], error: 'event-ends-before-start' })
  .refine(({ registration, endsAt }) => !registration || Date.parse(registration.closesAt) <= Date.parse(endsAt), {
    path: ['registration', 'closesAt'],
    error: 'registration-closes-after-end',
  });
export type ScheduleEvent = z.output<typeof ScheduleEvent>;

/** An event moves to another time or place, and whoever registered is told. */
export const MoveEvent = z
  .object({
    id: Id.describe('Which event.'),
    place: Key.describe('The key of the place where it will be.'),
    startsAt: z.iso.datetime({ offset: true }).describe('When it will begin.'),
    endsAt: z.iso.datetime({ offset: true }).describe('When it will end; after it begins.'),
    following,
  })
  .refine((e) => Date.parse(e.startsAt) < Date.parse(e.endsAt), { path: ['endsAt'], error: 'event-ends-before-start' });
export type MoveEvent = z.output<typeof MoveEvent>;

/** An event will not be held, and whoever registered is told. */
export const CancelEvent = z.object({
  id: Id.describe('Which event.'),
  reason: LocalizedText.nullish().describe('Why, for residents.'),
  following,
});
export type CancelEvent = z.output<typeof CancelEvent>;
