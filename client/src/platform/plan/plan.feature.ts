import { ClipboardList } from '@lucide/vue';
import type { Feature } from '../../kernel/feature.ts';

/** The city's plan: what it promised, and how far each promise is. */
export const plan: Feature = {
  routes: {
    resident: [
      { path: 'suunnitelma', component: () => import('./PlanPage.vue'), meta: { rendered: true } },
      {
        path: 'suunnitelma/:number(\\d+)',
        component: () => import('./MeasurePage.vue'),
        meta: { rendered: true },
        props: (route) => ({ number: Number(route.params.number) }),
      },
    ],
  },
  nav: { resident: [{ to: '/suunnitelma', label: 'plan.nav', icon: ClipboardList, order: 10, tab: true }] },
  offline: async () => [{ query: (await import('../../gql/plan/whole/graphql.ts')).PlanWholeDocument }],
};
