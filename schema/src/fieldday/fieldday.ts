import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { MAX_REASON } from './bands.ts';

export { ageBands, type AgeBand } from './bands.ts';

/** What nobody can see from afar, so a person says that it is done. */
export const dayItems = ['PLACE', 'PRINTED'] as const;
export const DayItem = z.enum(dayItems).enum;
export type DayItem = keyof typeof DayItem;

/** A point of the evening before is done, or is not after all. */
export const TickFieldDay = z.object({
  eventId: Id.describe('Which event.'),
  item: z.enum(dayItems).describe('What was looked at.'),
  done: z.boolean().describe('True once it is done, false to take that back.'),
});
export type TickFieldDay = z.output<typeof TickFieldDay>;

const people = z.int().min(0).max(100_000).default(0);
/** How many came, as the workers counted or guessed. */
export const Attendance = z.object({
  under13: people.describe('Younger than 13.'),
  from13: people.describe('From 13 to 17.'),
  from18: people.describe('From 18 to 29.'),
  from30: people.describe('From 30 to 64.'),
  from65: people.describe('65 or older.'),
  unknown: people.describe('Whose age nobody guessed.'),
});
export type Attendance = z.output<typeof Attendance>;

/** A day in the field is over. What the city lacks of it must have been seen. */
export const CloseFieldDay = z.object({
  id: Id.describe('Minted where it is closed; the same id is the same closing.'),
  eventId: Id.describe('Which event.'),
  attendance: Attendance.describe('How many came, by age.'),
  lacking: z
    .int()
    .min(0)
    .default(0)
    .describe('How many captures the city lacks, as the person who closes was told; when it lacks more, nothing is done. Default 0.'),
  reason: z.string().trim().min(3).max(MAX_REASON).nullish().describe('Why it is closed although something is lacking.'),
});
export type CloseFieldDay = z.output<typeof CloseFieldDay>;

/** A closed day is taken up again. */
export const ReopenFieldDay = z.object({ id: Id.describe('Of the closing.') });
export type ReopenFieldDay = z.output<typeof ReopenFieldDay>;
