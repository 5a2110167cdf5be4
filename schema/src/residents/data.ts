import { z } from 'zod';

/** What somebody consents to beyond what the city does by law: being answered at the address that they left; having their child in their account. */
export const ConsentPurpose = z.enum(['ANSWER', 'CHILD']).enum;
export type ConsentPurpose = keyof typeof ConsentPurpose;

/** What becomes of the words that somebody said when their account goes: they stay without a person, or go as well. */
export const wordsFates = ['STAY', 'GO'] as const;
export const WordsFate = z.enum(wordsFates).enum;
export type WordsFate = keyof typeof WordsFate;

/** Erases an account and what is held of its resident; or shows what that would come to. */
export const EraseAccount = z.object({
  words: z.enum(wordsFates).describe('What becomes of what they said.'),
  dryRun: z.boolean().describe('True to be shown what would go and what would stay; nothing is changed then.'),
});
export type EraseAccount = z.infer<typeof EraseAccount>;
