import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';
import { lifecycle } from '../kernel/lifecycle.ts';
import { LocalizedText } from '../kernel/localized.ts';
import { MAX_ACTIONS, MAX_PLAN_WORDS } from './limits.ts';
import { Schedule } from './plan.ts';

/** How far a version of the plan is: being prepared, adopted and in force, or replaced by the next. */
export const PlanState = z.enum(['DRAFT', 'IN_FORCE', 'REPLACED']).enum;
export type PlanState = keyof typeof PlanState;
export const planLifecycle = lifecycle<PlanState>({ DRAFT: ['IN_FORCE'], IN_FORCE: ['REPLACED'], REPLACED: [] });

const year = z.int().min(2000).max(2200);
const short = LocalizedText.refine(({ fi, sv, en }) => Boolean(fi.trim()) && [fi, sv, en].every((words) => (words?.length ?? 0) <= MAX_PLAN_WORDS), {
  error: 'words-wrong',
});

/** Begins the next version of the plan as a copy of the one in force. */
export const DraftPlan = z
  .object({
    id: Id.describe('Minted where it was begun: what is sent twice is one draft.'),
    title: short.describe("The plan's name."),
    from: year.describe('The first year.'),
    to: year.describe('The last year.'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'years-backwards' });
export type DraftPlan = z.infer<typeof DraftPlan>;

/** What a measure of a draft says from now on: its own words, and all of its actions in their order. */
export const ReviseMeasure = z.object({
  id: Id.describe('The measure.'),
  basedOn: z.int().min(0).describe('The revision that was changed.'),
  title: short.describe('What the measure is called.'),
  purpose: short.describe('What it is for.'),
  actions: z
    .array(
      z.object({
        id: Id.describe('The action; an id that is not known yet is a new one.'),
        text: short.describe('What is done.'),
        schedule: Schedule.refine(({ kind, due }) => kind !== 'DUE' || Boolean(due), { path: ['due'], error: 'due-missing' }).describe('When it is done.'),
        responsible: z.array(Key).min(1).max(12).describe('The units that answer for it.'),
      }),
    )
    .min(1)
    .max(MAX_ACTIONS)
    .describe("Its actions; one that is left out is no longer in the plan's next version."),
});
export type ReviseMeasure = z.infer<typeof ReviseMeasure>;

/** The committee's decision by which a draft comes into force, and the version before it is replaced. */
export const AdoptPlan = z.object({
  id: Id.describe('The draft.'),
  decidedOn: z.iso.date().describe('The day of the decision.'),
  section: z.string().trim().min(1).max(20).describe('The section of the minutes: § 12.'),
  minutesUrl: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullish()
    .describe('Where the minutes are read; https.'),
});
export type AdoptPlan = z.infer<typeof AdoptPlan>;
