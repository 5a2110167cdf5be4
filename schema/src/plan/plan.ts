import { z } from 'zod';

/** How an action is timed. */
export const ScheduleKind = z.enum(['CONTINUOUS', 'DUE', 'YEARLY', 'IN_PREPARATION']).enum;
export type ScheduleKind = keyof typeof ScheduleKind;
export const Season = z.enum(['SPRING', 'SUMMER', 'AUTUMN', 'WINTER']).enum;
export type Season = keyof typeof Season;
export const Recurrence = z.enum(['WEEK', 'MONTH', 'QUARTER']).enum;
export type Recurrence = keyof typeof Recurrence;

/** When an action happens, as the plan says it: always, by a day, every year, or still being prepared. */
export const Schedule = z.object({
  kind: z.enum(ScheduleKind),
  due: z.iso.date().optional(),
  season: z.enum(Season).optional(),
  every: z.enum(Recurrence).optional(),
  first: z.int().optional(),
  year: z.int().optional(),
});
export type Schedule = z.infer<typeof Schedule>;

/** The steps by which a plan comes about. */
export const GovernanceStep = z.enum(['PREPARE', 'ADOPT', 'IMPLEMENT']).enum;
export type GovernanceStep = keyof typeof GovernanceStep;

/** What a target counts. */
export const TargetMetric = z.enum(['RESIDENTS']).enum;
export type TargetMetric = keyof typeof TargetMetric;

/** Where a measure stands, as its actions' schedules tell. */
export const MeasureState = z.enum(['PREPARING', 'RUNNING', 'LATE', 'DONE']).enum;
export type MeasureState = keyof typeof MeasureState;
