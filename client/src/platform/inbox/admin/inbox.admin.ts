import { CircleAlert } from '@lucide/vue';
import { defineAsyncComponent } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry, Panels } from '../../../kernel/feature.ts';

const WHO = ['OFFICER'] as const;

export const routes: RouteRecordRaw[] = [{ path: 'odottaa', component: () => import('./HeldPage.vue'), meta: { roles: WHO } }];

export const nav: NavEntry[] = [
  {
    to: '/hallinta/odottaa',
    label: 'inbox.title',
    icon: CircleAlert,
    order: 50,
    group: 'collecting',
    roles: WHO,
    badge: defineAsyncComponent(() => import('./HeldBadge.vue')),
  },
];

export const panels: Panels = { overview: [{ load: () => import('./HeldOverview.vue'), order: 10, roles: WHO }] };
