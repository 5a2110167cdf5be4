import type { Ask, RenderedPage } from '@torilla/schema/kernel/render';
import { createApp, createSSRApp } from 'vue';
import { createMemoryHistory, createWebHistory } from 'vue-router';
import { apolloKey } from '../kernel/apollo.ts';
import { createApollo } from './apollo.ts';
import App from './App.vue';
import { createWords } from './i18n.ts';
import { createAppRouter } from './router.ts';

interface Start {
  /** Asks the API; a browser's own `fetch` unless told. */
  ask?: Ask;
  /** What the page at hand knew when the server rendered it: the app then takes over what stands there. */
  state?: RenderedPage['state'] | null;
}

/** The app before it stands on a page: a browser makes one, the server one for each page that it renders. */
export function createTorilla({ ask, state }: Start = {}) {
  const app = import.meta.env.SSR || state ? createSSRApp(App) : createApp(App);
  const words = createWords(app);
  const apollo = createApollo(ask, state);
  const router = createAppRouter(words, import.meta.env.SSR ? createMemoryHistory() : createWebHistory());
  app.use(router).provide(apolloKey, apollo);
  return { app, words, apollo, router };
}
