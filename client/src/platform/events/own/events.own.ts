import { CalendarDays } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../../kernel/feature.ts';

/** A resident's own side of the calendar: what they registered for. */
export const routes: RouteRecordRaw[] = [{ path: 'tapahtumat', component: () => import('./MyEventsPage.vue') }];

export const nav: NavEntry[] = [{ to: '/oma/tapahtumat', label: 'events.mine.nav', icon: CalendarDays, order: 20 }];
