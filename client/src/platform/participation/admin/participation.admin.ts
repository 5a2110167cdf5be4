import { Users } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../../kernel/feature.ts';

const roles = ['OFFICER'] as const;

/** The administration's side of participation plans. */
export const routes: RouteRecordRaw[] = [
  { path: 'osallistuminen', component: () => import('./PlansDesk.vue'), meta: { roles } },
  { path: 'osallistuminen/uusi', component: () => import('./PlanDesk.vue'), meta: { roles } },
  { path: 'osallistuminen/:id', component: () => import('./PlanDesk.vue'), props: true, meta: { roles } },
];

export const nav: NavEntry[] = [{ to: '/hallinta/osallistuminen', label: 'participation.desk.nav', icon: Users, order: 32, roles }];
