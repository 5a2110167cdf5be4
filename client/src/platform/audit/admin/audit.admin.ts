import { Eye, ScrollText } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../../kernel/feature.ts';

/** Administrators alone: they go where no role is named. */
const NOBODY_ELSE = [] as const;

export const routes: RouteRecordRaw[] = [
  { path: 'katselut', component: () => import('./LooksPage.vue'), meta: { roles: NOBODY_ELSE } },
  { path: 'loki', component: () => import('./LogPage.vue'), meta: { roles: NOBODY_ELSE } },
];

export const nav: NavEntry[] = [
  { to: '/hallinta/katselut', label: 'audit.looks.title', icon: Eye, order: 83, group: 'data', roles: NOBODY_ELSE },
  { to: '/hallinta/loki', label: 'audit.title', icon: ScrollText, order: 85, group: 'data', roles: NOBODY_ELSE },
];
