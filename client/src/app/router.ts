import { createRouter, createWebHistory, type Router } from 'vue-router';
import { awaitHeading } from '../kernel/heading.ts';
import HomePage from './home/HomePage.vue';
import type { AppWords } from './i18n.ts';
import ResidentLayout from './ResidentLayout.vue';
import { routesOf } from './navigation.ts';

/** The three parts of the app, each under its own layout. The field and the administration are fetched when entered. */
export function createAppRouter(words: AppWords): Router {
  const router = createRouter({
    history: createWebHistory(),
    scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
    routes: [
      { path: '/kentta', component: () => import('./FieldLayout.vue'), meta: { staff: true }, children: routesOf('field') },
      {
        path: '/',
        component: ResidentLayout,
        children: [
          { path: '', component: HomePage },
          ...routesOf('resident'),
          { path: ':rest(.*)*', component: () => import('./NotFoundPage.vue') },
        ],
      },
    ],
  });
  let administration = false;
  router.beforeEach(async (to) => {
    if (/^\/hallinta(\/|$)/.test(to.path) && !administration) {
      const { openAdministration } = await import('./admin/administration.ts');
      await openAdministration(router);
      administration = true;
      return to.fullPath;
    }
    if (to.path !== '/') await words.want('resident');
    if (to.meta.staff) await words.want('staff');
    return true;
  });
  router.afterEach((to, from, failure) => {
    // the first page leaves the focus where the browser puts it
    if (!failure && from.matched.length > 0 && to.path !== from.path) awaitHeading();
  });
  return router;
}
