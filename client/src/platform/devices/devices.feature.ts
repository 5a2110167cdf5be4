import type { Feature } from '../../kernel/feature.ts';

/** The city's tablets: field mode, from enrolling to handing over. */
export const devices: Feature = {
  routes: {
    field: [
      { path: '', component: () => import('./FieldStartPage.vue'), meta: { rendered: true } },
      { path: 'valmius', component: () => import('./ReadyPage.vue') },
      { path: 'lahetykset', component: () => import('./EntriesPage.vue') },
    ],
  },
  admin: () => import('./admin/devices.admin.ts'),
};
