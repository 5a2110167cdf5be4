import { pick, pickWithLocale, type Locale } from '@torilla/schema/kernel/locale';
import type { LocalizedText } from '@torilla/schema/kernel/localized';
import { inject, type InjectionKey, type Ref } from 'vue';

/** The languages, each in its own words. */
export const languageNames = { fi: 'Suomeksi', sv: 'På svenska', en: 'In English' } as const;

/** What the app knows of the reader's language: which it is, and how to change it (the words may have to be fetched first). */
export interface LocaleChoice {
  locale: Readonly<Ref<Locale>>;
  setLocale(locale: Locale): Promise<void>;
}

export const localeKey: InjectionKey<LocaleChoice> = Symbol('locale');

/** Text as the API gives it: what is not translated is null. */
export type AnyLocalized = { [L in keyof LocalizedText]?: string | null };

/** The reader's language and how to change it. */
export function useLocale(): LocaleChoice {
  const choice = inject(localeKey);
  if (!choice) throw new Error('No locale was provided');
  return choice;
}

/** Picks a text in the reader's language, or in the first that has it. Reactive: call it in a template or a computed. */
export function usePick() {
  const { locale } = useLocale();
  return {
    pick: (text: AnyLocalized | null | undefined) => (text ? pick(text, locale.value) : ''),
    pickWithLocale: (text: AnyLocalized) => pickWithLocale(text, locale.value),
  };
}
