import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { locales } from '../kernel/localized.ts';
import { AnswerKind } from './feedback.ts';
import { MAX_ANSWER, MAX_TITLE } from './limits.ts';

/** Begins a matter under which pieces of feedback that say the same are joined, or names it anew. They join it by being sorted. */
export const NameMatter = z.object({
  id: Id.describe('Minted where it was begun.'),
  title: z.string().trim().min(1).max(MAX_TITLE).describe('What it is about, for staff.'),
});
export type NameMatter = z.output<typeof NameMatter>;

/** Answers everybody who said the same, each in their own language where it was written in it. Sent again with the same id it answers those who were missed. */
export const AnswerMatter = z.object({
  id: Id.describe('Minted where it is written, so that sending twice makes one answer for each.'),
  matterId: Id.describe('What is answered.'),
  texts: z
    .array(
      z
        .object({
          language: z.enum(locales).describe('The language in which it is written.'),
          words: z.string().trim().min(1).max(MAX_ANSWER).describe('The answer, as residents read it.'),
        })
        .describe('The answer in a language.'),
    )
    .min(1)
    .max(locales.length)
    .refine((texts) => new Set(texts.map(({ language }) => language)).size === texts.length, { error: 'language-twice' })
    .describe('The answer, once in each language. Whoever spoke another language than these reads the first.'),
  basedOn: Id.nullish().describe(
    'The newest answer to any of it that its writer has seen, null where there is none: what a colleague answered meanwhile is then not answered twice. Left out, nothing is compared.',
  ),
  kind: z.enum(Object.values(AnswerKind)).default('ANSWER').describe('An answer, or what changed because of what was said.'),
  measureId: Id.nullish().describe('Where the change is seen: a measure of the plan.'),
  eventId: Id.nullish().describe('Where the change is seen: an event.'),
});
export type AnswerMatter = z.output<typeof AnswerMatter>;
