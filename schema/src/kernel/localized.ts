import { z } from 'zod';
import { locales } from './locale.ts';

// what needs no schema stands apart, so that a page that only shows text does not carry Zod
export { locales, pick, pickWithLocale } from './locale.ts';
export const Locale = z.enum(locales).enum;
export type Locale = keyof typeof Locale;

/** Text in the city's languages. Finnish is always there; the others may be missing until someone translates. */
export const LocalizedText = z.object({
  fi: z.string().min(1).describe('Finnish; always there.'),
  sv: z.string().optional().describe('Swedish.'),
  en: z.string().optional().describe('English.'),
});
export type LocalizedText = z.infer<typeof LocalizedText>;
