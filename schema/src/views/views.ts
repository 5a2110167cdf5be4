import { z } from 'zod';

/**
 * What of somebody's personal data a member of staff may open: how to answer, the whole of a capture that waits to be mended,
 * or who comes to an event.
 */
export const ViewedData = z.enum(['CONTACT', 'CAPTURE', 'REGISTRATION']).enum;
export type ViewedData = keyof typeof ViewedData;

/**
 * Why they open it: to answer, to ask what was meant or to correct something, because the resident asks about their own data, to look into something
 * that went wrong, to receive them at an event, or something else, in words.
 */
export const viewReasons = ['ANSWER', 'CLARIFY', 'RESIDENT_ASKED', 'OVERSIGHT', 'EVENT', 'OTHER'] as const;
export const ViewReason = z.enum(viewReasons).enum;
export type ViewReason = keyof typeof ViewReason;

/** Why somebody opens personal data. It is written down, and the resident may see it. */
export const GivenReason = z.object({
  reason: z.enum(viewReasons).describe('Why; it is written down, and the resident may see it.'),
  words: z.string().trim().min(3).max(200).nullish().describe('With OTHER: why, in words that the resident may see; no names.'),
});
export type GivenReason = z.output<typeof GivenReason>;

/** Whether another reason is told in words. */
export const isTold = ({ reason, words }: GivenReason): boolean => reason !== 'OTHER' || Boolean(words);
