import type { Locale } from '@torilla/schema/kernel/localized';
import { personalPartsOf, type PersonalKind } from '@torilla/schema/kernel/personalData';
import { Problem } from './problem.ts';

/** A part of a text that is covered: what it is, where it begins (in UTF-16 units), and what stands there. */
export interface CoveredPart {
  kind: PersonalKind | 'OTHER';
  start: number;
  text: string;
}

/** What stands in the place of what was covered, in the language in which the rest was said. */
const words: Record<Locale, Record<CoveredPart['kind'], string>> = {
  fi: { IDENTITY_NUMBER: '[henkilötunnus peitetty]', PHONE: '[puhelinnumero peitetty]', EMAIL: '[sähköposti peitetty]', OTHER: '[peitetty]' },
  sv: { IDENTITY_NUMBER: '[personbeteckning dold]', PHONE: '[telefonnummer dolt]', EMAIL: '[e-post dold]', OTHER: '[dolt]' },
  en: { IDENTITY_NUMBER: '[identity number covered]', PHONE: '[phone number covered]', EMAIL: '[e-mail covered]', OTHER: '[covered]' },
};

/**
 * A text with parts of it covered.
 * @throws Problem `newer-revision` where something else stands there by now, or two parts lie over each other
 */
export function cover(text: string, parts: readonly CoveredPart[], language: string): string {
  const word = words[language in words ? (language as Locale) : 'fi'];
  let rest = text;
  let end = Infinity;
  // from the end, so that what comes before stays where it was
  for (const part of [...parts].sort((a, b) => b.start - a.start)) {
    const after = part.start + part.text.length;
    if (after > end || text.slice(part.start, after) !== part.text) throw new Problem('newer-revision');
    rest = rest.slice(0, part.start) + word[part.kind] + rest.slice(after);
    end = part.start;
  }
  return rest;
}

/** A text with everything covered that is found to tell who somebody is. */
export const coverPersonal = (text: string, language: string): string =>
  cover(
    text,
    personalPartsOf(text).map(({ kind, start, end }) => ({ kind, start, text: text.slice(start, end) })),
    language,
  );
