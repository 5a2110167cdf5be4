import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';
import { LocalizedText } from '../kernel/localized.ts';

/** The ways in which the city goes out to its residents (measure 5). */
export const eventKinds = ['MARKET_SQUARE', 'OPEN_DOORS', 'INFORMATION', 'DISCUSSION', 'MORNING_COFFEE', 'VILLAGE_HEADS'] as const;
export const EventKind = z.enum(eventKinds).enum;
export type EventKind = keyof typeof EventKind;

/** A new event in the city's calendar. */
export const ScheduleEvent = z
  .object({
    id: Id.describe('Minted where the event is written; the same id is the same event.'),
    kind: z.enum(eventKinds).describe('What kind of occasion it is.'),
    title: LocalizedText.describe('What it is called.'),
    description: LocalizedText.nullish().describe('What happens there, for residents.'),
    place: Key.describe('The key of a place.'),
    startsAt: z.iso.datetime({ offset: true }).describe('When it begins.'),
    endsAt: z.iso.datetime({ offset: true }).describe('When it ends; after it begins.'),
    measureIds: z.array(Id).max(15).default([]).describe('The measures of the plan that it serves.'),
    staffIds: z.array(Id).max(50).default([]).describe('Who is there for the city.'),
  })
  .refine((e) => Date.parse(e.startsAt) < Date.parse(e.endsAt), { path: ['endsAt'], error: 'event-ends-before-start' });
export type ScheduleEvent = z.output<typeof ScheduleEvent>;
