import { START_LOCATION, createRouter, type RouteLocationNormalized, type Router, type RouterHistory } from 'vue-router';
import { toast } from '../kernel/announcer.ts';
import { awaitHeading } from '../kernel/heading.ts';
import { turn } from '../kernel/turn.ts';
import { isBusy } from '../kernel/useBusyGuard.ts';
import HomePage from './home/HomePage.vue';
import type { AppWords } from './i18n.ts';
import ResidentLayout from './ResidentLayout.vue';
import { deskNow } from '../platform/devices/desk.ts';
import { routesOf } from './navigation.ts';

const TRIED = 'torilla.page-tried';

// A page's file is away: a newer release has replaced it, which loading anew mends, or there is no network. Once per page, and never under an open form.
function missedPage(path: string, giveUp: () => void): void {
  if (!navigator.onLine || isBusy.value || sessionStorage.getItem(TRIED) === path) return giveUp();
  sessionStorage.setItem(TRIED, path);
  location.assign(path);
}

/** The parts of which every noun has a side: fetched, and their pages known, when somebody enters. */
const parts = { hallinta: () => import('./admin/administration.ts'), oma: () => import('./own/ownPages.ts') };

/** The parts of the app, each under its own layout. All but the resident's are fetched when entered. */
export function createAppRouter(words: AppWords, history: RouterHistory): Router {
  const router = createRouter({
    history,
    // the first page is at its top already, and asking for it would lay everything out twice; a list that is narrowed in its address stays where it is
    scrollBehavior: (to, from, saved) => saved ?? (to.hash ? { el: to.hash } : from !== START_LOCATION && to.path !== from.path && { top: 0 }),
    routes: [
      { path: '/kentta', component: () => import('./FieldLayout.vue'), meta: { staff: true }, children: routesOf('field') },
      {
        path: '/',
        component: ResidentLayout,
        children: [
          { path: '', component: HomePage, meta: { rendered: true } },
          ...routesOf('resident'),
          { path: ':rest(.*)*', component: () => import('./NotFoundPage.vue') },
        ],
      },
    ],
  });
  router.beforeEach((to) => {
    const desk = import.meta.env.SSR ? null : deskNow();
    return !desk || to.path === desk || { path: desk, replace: true };
  });
  const entered = new Set<keyof typeof parts>();
  router.beforeEach(async (to) => {
    const part = /^\/(hallinta|oma)(\/|$)/.exec(to.path)?.[1] as keyof typeof parts | undefined;
    if (!part || entered.has(part)) return true;
    await (await parts[part]()).enter(router);
    entered.add(part);
    return to.fullPath;
  });
  // words and page are fetched beside each other: asked for at the start of a navigation, needed at its end
  const wordsFor = (to: RouteLocationNormalized) => Promise.all([to.path !== '/' && words.want('resident'), to.meta.staff && words.want('staff')]);
  router.beforeEach((to) => {
    wordsFor(to).catch(() => undefined);
  });
  router.beforeResolve(async (to) => {
    await wordsFor(to);
    // the page's parts have just been set up, and it is drawn next
    if (!import.meta.env.SSR) await turn();
  });
  router.onError((_error, to) => missedPage(to.fullPath, () => toast(words.say('app.pageAway'), { tone: 'ochre' })));
  router.afterEach((to, from, failure) => {
    // the first page leaves the focus where the browser puts it
    if (!failure && from.matched.length > 0 && to.path !== from.path) awaitHeading();
  });
  return router;
}
