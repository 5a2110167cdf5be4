import type { Feature } from '../../kernel/feature.ts';

const pages = () => import('./pages.ts');

/** What the city tells people of how it deals with them. */
export const notices: Feature = {
  routes: {
    resident: [
      { path: 'tietosuoja', component: async () => (await pages()).NoticesPage, meta: { rendered: true } },
      { path: 'tietosuoja/:slug', component: async () => (await pages()).NoticePage, meta: { rendered: true }, props: true },
    ],
  },
  // at the square too one may ask what becomes of one's words
  offline: async () => (await pages()).askedAhead,
  admin: () => import('./admin/notices.admin.ts'),
};
