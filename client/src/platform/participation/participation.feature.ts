import type { Feature } from '../../kernel/feature.ts';

const pages = () => import('./pages.ts');

/** The units' own plans of how people take part in what changes. */
export const participation: Feature = {
  routes: {
    resident: [
      { path: 'suunnitelma/osallistuminen', component: async () => (await pages()).ParticipationListPage, meta: { rendered: true } },
      { path: 'suunnitelma/osallistuminen/:id', component: async () => (await pages()).ParticipationPage, props: true, meta: { rendered: true } },
    ],
  },
  admin: () => import('./admin/participation.admin.ts'),
};
