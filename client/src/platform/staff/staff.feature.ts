import type { Feature } from '../../kernel/feature.ts';

/** The city's staff and how they sign in. */
export const staff: Feature = {
  routes: {
    resident: [
      { path: 'kirjaudu', component: () => import('./SignInPage.vue'), meta: { staff: true } },
      { path: 'kirjaudu/linkki', component: () => import('./LinkPage.vue'), meta: { staff: true } },
    ],
  },
  admin: () => import('./admin/staff.admin.ts'),
};
