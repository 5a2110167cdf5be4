import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';
import { LocalizedText } from '../kernel/localized.ts';

/** The ways in which the city goes out to its residents (measure 5). */
export const eventKinds = ['MARKET_SQUARE', 'OPEN_DOORS', 'INFORMATION', 'DISCUSSION', 'MORNING_COFFEE', 'VILLAGE_HEADS'] as const;
export const EventKind = z.enum(eventKinds).enum;
export type EventKind = keyof typeof EventKind;

/** A new event in the city's calendar. */
export const ScheduleEvent = z.object({
  id: Id,
  kind: z.enum(eventKinds),
  title: LocalizedText,
  description: LocalizedText.nullish(),
  place: Key,
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
  measureIds: z.array(Id).max(15).default([]),
  staffIds: z.array(Id).max(50).default([]),
}).refine((e) => Date.parse(e.startsAt) < Date.parse(e.endsAt), { path: ['endsAt'], error: 'event-ends-before-start' });
export type ScheduleEvent = z.output<typeof ScheduleEvent>;
