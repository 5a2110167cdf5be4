import { BellRing } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry, Panels } from '../../../kernel/feature.ts';

/** Administrators alone: they go where no role is named. */
const NOBODY_ELSE = [] as const;

export const routes: RouteRecordRaw[] = [{ path: 'ilmoitukset', component: () => import('./DeliveriesPage.vue'), meta: { roles: NOBODY_ELSE } }];

export const nav: NavEntry[] = [
  { to: '/hallinta/ilmoitukset', label: 'notifications.desk.title', icon: BellRing, order: 84, group: 'data', roles: NOBODY_ELSE },
];

export const panels: Panels = { account: [{ load: () => import('./OwnNotifications.vue'), order: 30 }] };
