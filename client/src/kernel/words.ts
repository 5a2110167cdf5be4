import { locales, type Locale } from '@torilla/schema/kernel/locale';
import type { AnyLocalized } from './useLocale.ts';

/** A text in each of the city's languages while it is written: empty where there is none. */
export type Words = Record<Locale, string>;

/** A text as a form shows it. */
export const wordsOf = (text?: AnyLocalized | null): Words => ({ fi: text?.fi ?? '', sv: text?.sv ?? '', en: text?.en ?? '' });

/** A text as it is sent: without what was left empty. */
export const said = (words: Words) => Object.fromEntries(locales.flatMap((l) => (words[l].trim() ? [[l, words[l].trim()]] : []))) as { fi: string };
