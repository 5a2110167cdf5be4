import { CircleUserRound } from '@lucide/vue';
import type { NavEntry } from '../../../kernel/feature.ts';
import type { RouteRecordRaw } from 'vue-router';

/** A resident's own pages: the account. */
export const routes: RouteRecordRaw[] = [{ path: '', component: () => import('./AccountPage.vue') }];

export const nav: NavEntry[] = [{ to: '/oma', label: 'residents.nav.account', icon: CircleUserRound, order: 0 }];
