import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { LocalizedText } from '../kernel/localized.ts';
import { MAX_BUDGET_CENTS, MAX_ROUND_WORDS } from './limits.ts';

/** How far a project is that was voted for. */
export const WorkState = z.enum(['PLANNED', 'UNDER_WAY', 'DONE', 'DROPPED']).enum;
export type WorkState = keyof typeof WorkState;

/** What its unit tells of a project that was voted for. */
export const ReportProgress = z.object({
  id: Id.describe('Minted where it was written: what is sent twice is one report.'),
  projectId: Id.describe('The project.'),
  state: z.enum(WorkState).describe('How far it is since that day.'),
  day: z.iso.date().describe('The day that it tells of; none that is still to come.'),
  note: LocalizedText.refine(({ fi, sv, en }) => Boolean(fi.trim()) && [fi, sv, en].every((text) => (text?.length ?? 0) <= MAX_ROUND_WORDS), {
    error: 'words-wrong',
  }).describe('What was done; where it is dropped, why.'),
  spentCents: z
    .int()
    .min(0)
    .max(MAX_BUDGET_CENTS)
    .nullish()
    .describe('What has been spent on it by then, all in all, in cents; null where nothing new is known.'),
});
export type ReportProgress = z.output<typeof ReportProgress>;

/** Whether an event is one at which residents help with a project. */
export const HelpAt = z.object({
  projectId: Id.describe('Which project.'),
  eventId: Id.describe('The event; whoever would like to help registers for it there.'),
  on: z.boolean().describe('Whether it is.'),
});
export type HelpAt = z.output<typeof HelpAt>;
