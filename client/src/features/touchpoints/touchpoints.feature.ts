import type { Feature } from '../../kernel/feature.ts';

/** Customer experience: one tap at a service point, and what came of all of them. */
export const touchpoints: Feature = {
  routes: {
    resident: [
      { path: 'mielipide/:code', component: () => import('./TapPage.vue'), props: true, meta: { bare: true } },
      { path: 'mielipide/:code/juliste', component: () => import('./SheetPage.vue'), props: true },
      { path: 'asiakaskokemus', component: () => import('./ExperiencePage.vue'), meta: { rendered: true } },
    ],
  },
  admin: () => import('./admin/touchpoints.admin.ts'),
};
