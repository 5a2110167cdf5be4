import { Smile } from '@lucide/vue';
import { defineAsyncComponent } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../../kernel/feature.ts';

const roles = ['OFFICER', 'VIEWER'] as const;

/** The administration's side of customer experience. */
export const routes: RouteRecordRaw[] = [
  { path: 'asiakaskokemus', component: () => import('./ExperienceDesk.vue'), meta: { roles } },
  { path: 'asiakaskokemus/:id', component: () => import('./PointDesk.vue'), props: true, meta: { roles } },
];

export const nav: NavEntry[] = [
  {
    to: '/hallinta/asiakaskokemus',
    label: 'touchpoints.desk.nav',
    icon: Smile,
    order: 12,
    roles,
    badge: defineAsyncComponent(() => import('./HeldBadge.vue')),
  },
];
