import { CircleUserRound, FileText } from '@lucide/vue';
import type { NavEntry } from '../../../kernel/feature.ts';
import type { RouteRecordRaw } from 'vue-router';

/** A resident's own pages: the account, and what is held of them. */
export const routes: RouteRecordRaw[] = [
  { path: '', component: () => import('./AccountPage.vue') },
  { path: 'tiedot', component: () => import('./MyDataPage.vue') },
];

export const nav: NavEntry[] = [
  { to: '/oma', label: 'residents.nav.account', icon: CircleUserRound, order: 0 },
  { to: '/oma/tiedot', label: 'residents.nav.data', icon: FileText, order: 90 },
];
