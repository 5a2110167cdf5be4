import type { RouteRecordRaw } from 'vue-router';

/** The pages of the administration that belong to no noun. */
export const adminRoutes: RouteRecordRaw[] = [
  { path: '', component: () => import('./OverviewPage.vue') },
  { path: ':rest(.*)*', component: () => import('./AdminMissingPage.vue') },
];
