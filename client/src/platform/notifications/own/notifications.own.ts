import { Bell } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../../kernel/feature.ts';

/** A resident's own side of what they are told. */
export const routes: RouteRecordRaw[] = [{ path: 'ilmoitukset', component: () => import('./NotificationsPage.vue') }];

export const nav: NavEntry[] = [{ to: '/oma/ilmoitukset', label: 'notifications.nav', icon: Bell, order: 30 }];
