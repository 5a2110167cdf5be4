import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { LocalizedText } from '../kernel/localized.ts';
import { MAX_NOTE, withdrawalReasons } from './limits.ts';

/** How an action is timed. */
export const ScheduleKind = z.enum(['CONTINUOUS', 'DUE', 'YEARLY', 'IN_PREPARATION']).enum;
export type ScheduleKind = keyof typeof ScheduleKind;
export const Season = z.enum(['SPRING', 'SUMMER', 'AUTUMN', 'WINTER']).enum;
export type Season = keyof typeof Season;
export const Recurrence = z.enum(['WEEK', 'MONTH', 'QUARTER']).enum;
export type Recurrence = keyof typeof Recurrence;

/** When an action happens, as the plan says it: always, by a day, every year, or still being prepared. */
export const Schedule = z.object({
  kind: z.enum(ScheduleKind).describe('How it is timed; the other fields say more of it.'),
  due: z.iso.date().optional().describe('The last day, for DUE.'),
  season: z.enum(Season).optional().describe('The season in which it happens or is due.'),
  every: z.enum(Recurrence).optional().describe('How often, for CONTINUOUS.'),
  first: z.int().optional().describe('The first year, for YEARLY.'),
  year: z.int().optional().describe('The year in which preparation is to start, for IN_PREPARATION.'),
});
export type Schedule = z.infer<typeof Schedule>;

/** The steps by which a plan comes about. */
export const GovernanceStep = z.enum(['PREPARE', 'ADOPT', 'IMPLEMENT']).enum;
export type GovernanceStep = keyof typeof GovernanceStep;

/** What a target counts. */
export const TargetMetric = z.enum(['RESIDENTS']).enum;
export type TargetMetric = keyof typeof TargetMetric;

/** Where an action stands, and with its actions its measure: derived from the schedule and from what was reported. */
export const ActionState = z.enum(['PLANNED', 'RUNNING', 'LATE', 'DONE']).enum;
export type ActionState = keyof typeof ActionState;

/** Why a report was taken back: it was wrong, it was another action's, or it told of somebody. */
export const WithdrawalReason = z.enum(withdrawalReasons).enum;
export type WithdrawalReason = keyof typeof WithdrawalReason;

/** What has been done for an action: a note with its day, and where the action stands since then. */
export const ReportAction = z
  .object({
    id: Id.describe('Minted where it was written: what is sent twice is one report.'),
    actionId: Id.describe('The action that it is about.'),
    day: z.iso.date().describe('The day that it tells of; not one that is still to come.'),
    note: LocalizedText.describe('What was done, or why it was not.'),
    state: z.enum(ActionState).nullish().describe('Where the action stands since that day; null when the note says nothing of it.'),
    firm: z
      .boolean()
      .default(false)
      .describe(
        'Whether that state stands whatever the schedule says, until something newer is reported. The note is then the reason, and everybody reads it.',
      ),
  })
  .refine(({ note }) => Object.values(note).every((words) => (words?.length ?? 0) <= MAX_NOTE), { path: ['note'], error: 'note-too-long' })
  .refine(({ note }) => note.fi.trim() !== '', { path: ['note'], error: 'note-empty' })
  .refine(({ firm, state }) => !firm || Boolean(state), { path: ['state'], error: 'state-missing' });
export type ReportAction = z.infer<typeof ReportAction>;

/** Takes a report back: it stays in its place, marked, and its words are no longer shown. */
export const WithdrawReport = z.object({
  id: Id.describe('The report.'),
  reason: z.enum(withdrawalReasons).describe('Why; everybody reads it.'),
});
export type WithdrawReport = z.infer<typeof WithdrawReport>;
