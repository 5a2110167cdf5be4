import type { Feature } from '../../kernel/feature.ts';

/** Search over the plan, events, notices, and what somebody has said themself. */
export const search: Feature = { routes: { resident: [{ path: 'haku', component: () => import('./SearchPage.vue'), meta: { rendered: ['q'] } }] } };
