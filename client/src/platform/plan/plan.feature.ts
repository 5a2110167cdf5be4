import { ClipboardList } from '@lucide/vue';
import type { Feature } from '../../kernel/feature.ts';

const versions = () => import('./versions/pages.ts');

/** The city's plan: what it promised, and how far each promise is. */
export const plan: Feature = {
  routes: {
    resident: [
      { path: 'suunnitelma', component: () => import('./PlanPage.vue'), meta: { rendered: true } },
      { path: 'suunnitelma/minuutissa', component: () => import('./glance/GlancePage.vue'), meta: { rendered: true } },
      {
        path: 'suunnitelma/raportti/:year(\\d{4})',
        component: () => import('./report/ReportPage.vue'),
        meta: { rendered: true },
        props: (route) => ({ year: Number(route.params.year) }),
      },
      { path: 'suunnitelma/versiot', component: async () => (await versions()).VersionsPage, meta: { rendered: true } },
      { path: 'suunnitelma/versiot/:id', component: async () => (await versions()).VersionPage, meta: { rendered: true }, props: true },
      { path: 'suunnitelma/versiot/:before/:after', component: async () => (await versions()).ComparePage, meta: { rendered: true }, props: true },
      {
        path: 'suunnitelma/:number(\\d+)',
        component: () => import('./MeasurePage.vue'),
        meta: { rendered: true },
        props: (route) => ({ number: Number(route.params.number) }),
      },
    ],
  },
  nav: { resident: [{ to: '/suunnitelma', label: 'plan.nav', icon: ClipboardList, order: 10, tab: true }] },
  admin: () => import('./admin/plan.admin.ts'),
  offline: async () => [{ query: (await import('../../gql/plan/whole/graphql.ts')).PlanWholeDocument }],
};
