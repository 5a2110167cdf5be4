import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { MAX_PARTS, MAX_REASON, MAX_WORDS } from './limits.ts';
import { personalKinds } from '../kernel/personalData.ts';

/** What is covered: something that tells who somebody is, as the text shows it, or anything else that an officer points at. */
export const MaskKind = z.enum([...personalKinds, 'OTHER']).enum;
export type MaskKind = keyof typeof MaskKind;

const reason = z.string().trim().min(3).max(MAX_REASON).describe('Why, in words that the resident may read. No names.');

/** Covers parts of what a resident said, for good: the city keeps no copy of what stood there. */
export const MaskFeedback = z.object({
  id: Id.describe('Which piece of feedback.'),
  parts: z
    .array(
      z
        .object({
          kind: z.enum(Object.values(MaskKind)).describe('What it is; the word that stands in its place.'),
          start: z.int().min(0).max(MAX_WORDS).describe('The first character, counted from 0 in UTF-16 units.'),
          text: z.string().min(1).max(MAX_WORDS).describe('What stands there now: where it is something else, it is refused.'),
        })
        .describe('A part of the words.'),
    )
    .min(1)
    .max(MAX_PARTS)
    .describe('What is covered, in any order.'),
  reason,
});
export type MaskFeedback = z.output<typeof MaskFeedback>;

/** Hides words that nobody should have to read by chance; they stay, and whoever works with them opens them knowingly. */
export const HideFeedback = z.object({ id: Id.describe('Which piece of feedback.'), reason });
export type HideFeedback = z.output<typeof HideFeedback>;
