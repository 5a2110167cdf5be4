import { Hourglass } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../../kernel/feature.ts';

/** Administrators alone: they go where no role is named. */
const NOBODY_ELSE = [] as const;

export const routes: RouteRecordRaw[] = [{ path: 'sailytys', component: () => import('./RetentionPage.vue'), meta: { roles: NOBODY_ELSE } }];

export const nav: NavEntry[] = [{ to: '/hallinta/sailytys', label: 'retention.title', icon: Hourglass, order: 84, group: 'data', roles: NOBODY_ELSE }];
