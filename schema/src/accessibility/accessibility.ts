import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { locales, LocalizedText } from '../kernel/localized.ts';
import { MAX_REPORT } from './limits.ts';

export { ANSWER_DAYS, MAX_REPORT } from './limits.ts';

/** What one run of the tests found: which pages were read, in which languages and looks, by how many rules, and what broke them. */
export const Assessment = z.object({
  assessedAt: z.iso.datetime().describe('When the run ended.'),
  tool: z.string().describe('What read the pages: axe-core 4.12.1.'),
  rules: z.int().min(1).describe('Rules that were applied.'),
  pages: z.array(z.string()).min(1).describe('Paths of the pages, with `:id` for an id.'),
  languages: z.array(z.enum(locales)).min(1),
  themes: z.array(z.string()).min(1),
  violations: z.array(
    z.object({
      rule: z.string().describe("The rule's name: color-contrast."),
      impact: z.string().nullable().describe('minor, moderate, serious or critical.'),
      page: z.string(),
      language: z.enum(locales),
      theme: z.string(),
      elements: z.int().min(1).describe('How many elements break it.'),
    }),
  ),
});
export type Assessment = z.infer<typeof Assessment>;

/** Tells of something that is not accessible. Nobody has to say who they are. */
export const ReportBarrier = z.object({
  id: Id.describe('Minted where it is written, so that sending twice makes one.'),
  words: z.string().trim().min(1).max(MAX_REPORT).describe('What kept somebody from using the service.'),
  email: z.email().max(254).nullish().describe('Where the answer goes, when one is wished for.'),
  language: z.enum(locales).describe('The language of the answer.'),
});
export type ReportBarrier = z.infer<typeof ReportBarrier>;

/** Answers it; mailed where an address was given. */
export const AnswerBarrier = z.object({
  id: Id.describe('What is answered.'),
  answer: z.string().trim().min(1).max(MAX_REPORT).describe('The answer, as it is mailed.'),
});
export type AnswerBarrier = z.infer<typeof AnswerBarrier>;

/** Who supervises that the city keeps the law. */
export const SetSupervisor = z
  .object({
    name: LocalizedText.describe('The authority and its unit.'),
    website: LocalizedText.describe('Its page, as an https address.'),
    email: z.email().max(254).describe('Where to write.'),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[0-9 ()-]{5,24}$/)
      .describe('Where to call.'),
  })
  .refine(({ website }) => Object.values(website).every((url) => !url || /^https:\/\/[^\s]+$/.test(url)), { path: ['website'], error: 'website-not-https' });
export type SetSupervisor = z.infer<typeof SetSupervisor>;
