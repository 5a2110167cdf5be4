import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';
import { LocalizedText } from '../kernel/localized.ts';
import { MAX_ANSWER, MAX_TITLE } from './limits.ts';

const Words = z.string().trim().max(MAX_ANSWER);

/** Keeps words from which an answer is begun. Sent again with the same id it replaces them. */
export const SaveAnswerTemplate = z.object({
  id: Id.describe('Minted where it is written.'),
  unit: Key.nullish().describe('The unit whose it is; null for everybody who answers.'),
  title: z.string().trim().min(1).max(MAX_TITLE).describe('By which it is found, for staff.'),
  words: LocalizedText.extend({
    fi: Words.min(1).describe('Finnish; always there.'),
    sv: Words.optional().describe('Swedish.'),
    en: Words.optional().describe('English.'),
  }).describe('The words, in the languages in which they are there.'),
});
export type SaveAnswerTemplate = z.output<typeof SaveAnswerTemplate>;
