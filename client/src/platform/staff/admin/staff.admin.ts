import { UsersRound } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry, Panels } from '../../../kernel/feature.ts';

/** Administrators alone: they go where no role is named. */
const NOBODY_ELSE = [] as const;

/** The administration's side of the staff. */
export const routes: RouteRecordRaw[] = [
  { path: 'oma', component: () => import('./AccountPage.vue') },
  { path: 'henkilosto', component: () => import('./StaffPage.vue'), meta: { roles: NOBODY_ELSE } },
];

export const nav: NavEntry[] = [{ to: '/hallinta/henkilosto', label: 'admin.staff.title', icon: UsersRound, order: 60, group: 'people', roles: NOBODY_ELSE }];

export const panels: Panels = { account: [{ load: () => import('./PinPanel.vue'), order: 30 }] };
