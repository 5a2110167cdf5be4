import { locales, type Locale } from '@torilla/schema/kernel/locale';
import { computed, type App } from 'vue';
import { createI18n } from 'vue-i18n';
import { localeKey } from '../kernel/useLocale.ts';
import type { Messages } from './messages/collect.ts';
import fi from './messages/fi.ts';

const KEY = 'torilla.locale';
type Words = { default: Messages };
const words: Record<Locale, () => Promise<Words>> = {
  fi: () => Promise.resolve({ default: fi }),
  sv: () => import('./messages/sv.ts'),
  en: () => import('./messages/en.ts'),
};
// `locales/staff/`: words that only the field and the administration need, out of the resident's first load
const staffWords: Record<Locale, () => Promise<Words>> = {
  fi: () => import('./messages/staff/fi.ts'),
  sv: () => import('./messages/staff/sv.ts'),
  en: () => import('./messages/staff/en.ts'),
};

/** The app's words, and the reader's choice of language; Finnish until they choose. */
export function createWords() {
  const i18n = createI18n({ legacy: false, locale: 'fi', fallbackLocale: 'fi', messages: { fi } as Record<string, Messages> });
  let staff = false;

  async function load(locale: Locale): Promise<void> {
    const loads = [words[locale](), ...(staff ? [staffWords[locale]()] : [])];
    for (const { default: messages } of await Promise.all(loads)) i18n.global.mergeLocaleMessage(locale, messages);
  }
  async function setLocale(locale: Locale): Promise<void> {
    await load(locale);
    i18n.global.locale.value = locale;
    document.documentElement.lang = locale;
    localStorage.setItem(KEY, locale);
  }
  return {
    /** Puts the words into the app, in the language kept on this device. */
    async install(app: App): Promise<void> {
      app.use(i18n);
      app.provide(localeKey, { locale: computed(() => i18n.global.locale.value as Locale), setLocale });
      const kept = locales.find((l) => l === localStorage.getItem(KEY));
      // a language that cannot be fetched just now must not keep the app from starting
      if (kept && kept !== 'fi') await setLocale(kept).catch(() => undefined);
    },
    /** Fetches the words of the field and the administration, once. */
    async loadStaff(): Promise<void> {
      if (staff) return;
      staff = true;
      await Promise.all([load('fi'), load(i18n.global.locale.value as Locale)]);
    },
  };
}

export type AppWords = ReturnType<typeof createWords>;
