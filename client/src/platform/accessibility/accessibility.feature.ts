import type { Feature } from '../../kernel/feature.ts';

/** The accessibility statement, and whoever meets a barrier. */
export const accessibility: Feature = {
  routes: { resident: [{ path: 'saavutettavuus', component: () => import('./StatementPage.vue'), meta: { rendered: true } }] },
  admin: () => import('./admin/accessibility.admin.ts'),
};
