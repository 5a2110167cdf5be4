import { Accessibility } from '@lucide/vue';
import { defineAsyncComponent } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../../kernel/feature.ts';

/** Administrators alone: they go where no role is named. */
const NOBODY_ELSE = [] as const;

export const routes: RouteRecordRaw[] = [{ path: 'saavutettavuus', component: () => import('./BarriersPage.vue'), meta: { roles: NOBODY_ELSE } }];

export const nav: NavEntry[] = [
  {
    to: '/hallinta/saavutettavuus',
    label: 'accessibility.desk.title',
    icon: Accessibility,
    order: 82,
    group: 'data',
    roles: NOBODY_ELSE,
    badge: defineAsyncComponent(() => import('./BarrierBadge.vue')),
  },
];
