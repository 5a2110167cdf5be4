import { locales, type Locale } from '@torilla/schema/kernel/locale';
import { computed, toRaw, type App } from 'vue';
import { createI18n } from 'vue-i18n';
import { localeKey } from '../kernel/useLocale.ts';
import { together, type Messages } from './messages/collect.ts';
import fi from './messages/fi.ts';

const KEY = 'torilla.locale';
type Words = () => Promise<{ default: Messages }>;

/** Words that are fetched together. Finnish for the front page is in the app; the features' and the staff's come when they are needed. */
const parts: Record<Locale, Record<'resident' | 'staff', Words>> = {
  fi: { resident: () => import('./messages/pages/fi.ts'), staff: () => import('./messages/staff/fi.ts') },
  sv: { resident: () => import('./messages/sv.ts'), staff: () => import('./messages/staff/sv.ts') },
  en: { resident: () => import('./messages/en.ts'), staff: () => import('./messages/staff/en.ts') },
};
type Part = 'resident' | 'staff';

/** Gives the app its words, and the reader's choice of language; Finnish until they choose. */
export function createWords(app: App) {
  const i18n = createI18n({ legacy: false, locale: 'fi', fallbackLocale: 'fi', messages: { fi } as Record<string, Messages> });
  app.use(i18n);
  app.provide(localeKey, { locale: computed(() => i18n.global.locale.value as Locale), setLocale });
  const wanted = new Set<Part>();
  const loaded = new Set<Words>();

  async function load(locale: Locale, part: Part): Promise<void> {
    const words = parts[locale][part];
    const more = (await words()).default;
    // once, whoever else asked for them meanwhile
    if (loaded.has(words)) return;
    // the library's own way makes each of some thousand words reactive one by one
    i18n.global.setLocaleMessage(locale, together(toRaw(i18n.global.getLocaleMessage(locale)), more) as Messages);
    loaded.add(words);
  }
  let asked: Locale = 'fi';
  async function setLocale(locale: Locale): Promise<void> {
    asked = locale;
    // the front page of another language has its words in that language's file; Finnish has them already
    const needed = new Set<Part>(locale === 'fi' ? wanted : ['resident', ...wanted]);
    await Promise.all([...needed].map((part) => load(locale, part)));
    // another language was chosen while this one was fetched
    if (asked !== locale) return;
    i18n.global.locale.value = locale;
    document.documentElement.lang = locale;
    localStorage.setItem(KEY, locale);
  }
  return {
    /** Says a key outside of any component. */
    say: (key: string): string => i18n.global.t(key),
    /** Says everything in the language kept on this device. */
    async recall(): Promise<void> {
      const kept = locales.find((l) => l === localStorage.getItem(KEY));
      // a language that cannot be fetched just now must not keep the app from starting
      if (kept && kept !== 'fi') await setLocale(kept).catch(() => undefined);
    },
    /** Fetches a part of the words, in the reader's language and in Finnish, on which the others fall back. */
    async want(part: Part): Promise<void> {
      wanted.add(part);
      await Promise.all(['fi' as const, i18n.global.locale.value as Locale].map((locale) => load(locale, part)));
    },
  };
}

export type AppWords = ReturnType<typeof createWords>;
