import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { Observable } from 'rxjs';
import type { Locale } from '@torilla/schema/kernel/locale';
import { createApp, h, nextTick, ref, type Component } from 'vue';
import { createI18n } from 'vue-i18n';
import { createMemoryHistory, createRouter } from 'vue-router';
import { collect } from '../app/messages/collect.ts';
import { apolloKey } from '../kernel/apollo.ts';
import { localeKey } from '../kernel/useLocale.ts';

const files = Object.entries(import.meta.glob('/src/**/locales/**/*.json', { eager: true, import: 'default' }));
const words = (locale: Locale, staff: boolean) =>
  collect(Object.fromEntries(files.filter(([path]) => path.endsWith(`/${locale}.json`) && path.includes('/locales/staff/') === staff)));

/** What the city answers in a test: data or an error for an operation's name and variables. */
export type Answers = Record<string, (variables: Record<string, unknown>) => object | Error>;

const linkTo = (answers: Answers) =>
  new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const answer = answers[operation.operationName ?? '']?.(operation.variables) ?? new Error(`nobody answers ${operation.operationName}`);
        if (answer instanceof Error) return observer.error(answer);
        observer.next({ data: answer as Record<string, unknown> });
        observer.complete();
      }),
  );

/** Puts a component on a page as the app does: words, router and API in place. Answers its element once it has settled. */
export async function mount(
  component: Component,
  props: Record<string, unknown> = {},
  options: { locale?: Locale; answers?: Answers } = {},
): Promise<HTMLElement> {
  const locale = options.locale ?? 'fi';
  const app = createApp({ render: () => h(component, props) });
  const i18n = createI18n({ legacy: false, locale, fallbackLocale: 'fi', messages: { fi: words('fi', false), [locale]: words(locale, false) } });
  // the staff's words come to the others, as when the app fetches them
  for (const one of new Set<Locale>(['fi', locale])) i18n.global.mergeLocaleMessage(one, words(one, true));
  app.use(i18n);
  app.use(createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { render: () => null } }] }));
  app.provide(localeKey, { locale: ref(locale), setLocale: () => Promise.resolve() });
  app.provide(apolloKey, new ApolloClient({ cache: new InMemoryCache(), link: linkTo(options.answers ?? {}) }));
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  app.mount(root);
  await settled();
  return root;
}

/** Lets answers arrive and the page be drawn. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  await nextTick();
}
