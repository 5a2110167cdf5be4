/** The languages of the interface and of the city's own content; the first is the default. */
export const locales = ['fi', 'sv', 'en'] as const;
export type Locale = (typeof locales)[number];

type Partially = { fi?: string | null; sv?: string | null; en?: string | null };

/** The text in the asked language, or else in the first language that has it; `locale` says which, so that a fallback can be shown as one. */
export function pickWithLocale(text: Partially, wanted: Locale): { text: string; locale: Locale } {
  for (const locale of [wanted, ...locales]) {
    const found = text[locale];
    if (found) return { text: found, locale };
  }
  return { text: '', locale: wanted };
}

/** The text in the asked language, or else in the first that has it. */
export const pick = (text: Partially, wanted: Locale): string => pickWithLocale(text, wanted).text;
