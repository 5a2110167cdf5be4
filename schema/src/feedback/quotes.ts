import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { MAX_QUOTE } from './limits.ts';

/** Marks what a resident said, or a part of it, so that a report may quote it. */
export const MarkQuote = z.object({
  id: Id.describe('Minted where it was marked; the same id is the same quote.'),
  feedbackId: Id.describe('Of which piece of feedback.'),
  words: z.string().trim().min(3).max(MAX_QUOTE).describe('Word for word as they stand in it.'),
});
export type MarkQuote = z.output<typeof MarkQuote>;

/** Somebody read a quote with an eye to whether it tells who said it. */
export const ReviewQuote = z.object({
  id: Id.describe('Which quote.'),
  fit: z.boolean().describe('True where it may stand in public, false where it may not.'),
});
export type ReviewQuote = z.output<typeof ReviewQuote>;
