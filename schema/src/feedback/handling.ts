import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';
import { Receipt } from '../kernel/receipt.ts';
import { MAX_DAYS, MAX_MENTIONED, MAX_REMARK, MAX_SORTED, MAX_WORDS } from './limits.ts';
import { feedbackStates } from './states.ts';

export const FeedbackState = z.enum(feedbackStates).enum;
export type FeedbackState = keyof typeof FeedbackState;

/** How soon something must be taken up, beside its day. */
export const Priority = z.enum(['LOW', 'NORMAL', 'HIGH']).enum;
export type Priority = keyof typeof Priority;

/** What an officer opens the desk for: what nobody has taken up, what is theirs, their units', late, waited for by a resident, or has a note that names them. */
export const FeedbackQueue = z.enum(['NEW', 'MINE', 'UNIT', 'LATE', 'WAITING', 'MENTIONED']).enum;
export type FeedbackQueue = keyof typeof FeedbackQueue;

/** The steps that an officer takes by themself; the other states come of answering, and of what residents do. */
export const HandlingStep = z.enum(['READ', 'IN_PROGRESS']).enum;

const Sorting = z
  .object({
    id: Id.describe('Which piece of feedback.'),
    unit: Key.nullish().describe('The unit that answers for it.'),
    assigneeId: Id.nullish().describe('Who of the staff takes care of it.'),
    measureId: Id.nullish().describe('The measure of the plan that it concerns.'),
    topics: z.array(Key).max(10).optional().describe("Keys of the city's topics, in place of those that it has."),
    matterId: Id.nullish().describe('The matter under which it is joined with what says the same.'),
    priority: z.enum(Object.values(Priority)).optional().describe('How soon it must be taken up.'),
    dueOn: z.iso.date().nullish().describe('The day by which the resident has an answer.'),
  })
  .describe('What becomes of one piece of feedback; what is left out stays as it is, null takes it away.');
export type Sorting = z.output<typeof Sorting>;

/** Sorts pieces of feedback, all or none. To undo it one sends what they were before. */
export const SortFeedback = z.object({ changes: z.array(Sorting).min(1).max(MAX_SORTED).describe('A change for each piece.') });
export type SortFeedback = z.output<typeof SortFeedback>;

/** Tells residents how far the city is with what they said. Pieces that are as far already stay as they are. */
export const MoveFeedback = z.object({
  ids: z.array(Id).min(1).max(MAX_SORTED).describe('Which pieces.'),
  state: z.enum(Object.values(HandlingStep)).describe('How far they are.'),
});
export type MoveFeedback = z.output<typeof MoveFeedback>;

/** A resident takes up again what was answered: whoever has the receipt may. */
export const ReopenFeedback = z.object({
  receipt: Receipt.describe('The code on the receipt; case, spaces and dashes do not matter.'),
  words: z.string().trim().min(1).max(MAX_WORDS).describe('What is still missing, in their own words.'),
});
export type ReopenFeedback = z.output<typeof ReopenFeedback>;

/** Whether an answer helped, in three faces. */
export const AnswerRating = z.enum(['POOR', 'FAIR', 'GOOD']).enum;
export type AnswerRating = keyof typeof AnswerRating;

/** A resident tells whether the answer helped; told again it replaces what they told before. */
export const RateAnswer = z.object({
  receipt: Receipt.describe('The code on the receipt; case, spaces and dashes do not matter.'),
  rating: z.enum(Object.values(AnswerRating)).describe('How well it helped.'),
});
export type RateAnswer = z.output<typeof RateAnswer>;

/** A note among staff. Sent again with the same id it is the same note. */
export const RemarkOnFeedback = z.object({
  id: Id.describe('Minted where it is written.'),
  feedbackId: Id.describe('What it is about.'),
  words: z.string().trim().min(1).max(MAX_REMARK).describe('For colleagues; residents are told of it only when they ask for all that is held of them.'),
  mentions: z
    .array(Id)
    .max(MAX_MENTIONED)
    .default([])
    .describe('Colleagues whom it names, of those who may read what it is about; they are told. In the words a name stands as people read it: @Antti L.'),
});
export type RemarkOnFeedback = z.output<typeof RemarkOnFeedback>;

/** Says within how many days the city, or a unit, answers. */
export const SetAnswerPromise = z.object({
  unit: Key.nullish().describe('The unit; null for all that have no promise of their own.'),
  days: z.int().min(1).max(MAX_DAYS).nullable().describe('Days from the one on which it came; null takes the own promise of a unit away.'),
});
export type SetAnswerPromise = z.output<typeof SetAnswerPromise>;
