import { ScrollText } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../../kernel/feature.ts';

/** The administration's side of the log. */
export const routes: RouteRecordRaw[] = [{ path: 'loki', component: () => import('./LogPage.vue'), meta: { roles: [] } }];

export const nav: NavEntry[] = [{ to: '/hallinta/loki', label: 'audit.title', icon: ScrollText, order: 85, group: 'data', roles: [] }];
