import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';
import { LocalizedText } from '../kernel/localized.ts';
import { MAX_PARTICIPATION_WORDS, MAX_STEPS } from './limits.ts';
import { participationStates } from './states.ts';

export const ParticipationState = z.enum(participationStates).enum;
export type ParticipationState = keyof typeof ParticipationState;

const words = LocalizedText.refine(({ fi, sv, en }) => Boolean(fi.trim()) && [fi, sv, en].every((text) => (text?.length ?? 0) <= MAX_PARTICIPATION_WORDS), {
  error: 'words-wrong',
});

/** How people take part at one time: days of the city's calendar. */
export const ParticipationStepInput = z
  .object({
    id: Id.describe('The step; an id that is not known yet is a new one.'),
    from: z.iso.date().nullish().describe('The first day; a draft may do without.'),
    to: z.iso.date().nullish().describe('The last day, where it takes more than one.'),
    words: words.describe('What happens, and how one takes part.'),
    eventId: Id.nullish().describe('The event of the calendar at which it happens.'),
  })
  .refine(({ from, to }) => !to || (Boolean(from) && from! <= to), { path: ['to'], error: 'days-backwards' })
  .describe('A step of a participation plan.');

/** A unit's own plan of how people take part in something that changes. A draft may leave open what is not known yet. */
export const SaveParticipation = z.object({
  id: Id.describe('Minted where it was begun: what is sent twice is one plan.'),
  basedOn: z.int().min(0).nullish().describe('The revision that was changed; null for a new plan.'),
  unit: Key.describe('The unit whose project it is.'),
  title: words.describe('What the project is called.'),
  changes: words.nullish().describe('What changes.'),
  affected: words.nullish().describe('Whom it concerns.'),
  answers: words.nullish().describe('Who answers questions, and how they are reached. No personal phone numbers.'),
  outcome: words.nullish().describe('How what was said was used; written once something was.'),
  measureIds: z.array(Id).max(15).describe('The measures of the plan that it puts into practice.'),
  steps: z.array(ParticipationStepInput).max(MAX_STEPS).describe('How and when people take part, in order; one that is left out is gone.'),
});
export type SaveParticipation = z.output<typeof SaveParticipation>;

/** A plan as it was last seen: moved on only where nobody changed it meanwhile. */
export const MoveParticipation = z.object({
  id: Id.describe('The plan.'),
  basedOn: z.int().min(0).describe('The revision that was seen.'),
});
export type MoveParticipation = z.output<typeof MoveParticipation>;
