import { ClipboardList } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../../kernel/feature.ts';

/** Administrators alone: they go where no role is named. */
const NOBODY_ELSE = [] as const;

/** The administration's side of the plan. */
export const routes: RouteRecordRaw[] = [
  { path: 'suunnitelma', component: () => import('./PlanDesk.vue') },
  { path: 'suunnitelma/versiot', component: () => import('./VersionsDesk.vue'), meta: { roles: NOBODY_ELSE } },
  { path: 'suunnitelma/luonnos/:id', component: () => import('./DraftDesk.vue'), props: true, meta: { roles: NOBODY_ELSE } },
  {
    path: 'suunnitelma/luonnos/:id/:number(\\d+)',
    component: () => import('./MeasureEdit.vue'),
    props: ({ params }) => ({ id: params.id, number: Number(params.number) }),
    meta: { roles: NOBODY_ELSE },
  },
  {
    path: 'suunnitelma/:number(\\d+)',
    component: () => import('./MeasureDesk.vue'),
    props: (route) => ({ number: Number(route.params.number) }),
  },
];

export const nav: NavEntry[] = [{ to: '/hallinta/suunnitelma', label: 'plan.desk.title', icon: ClipboardList, order: 30 }];
