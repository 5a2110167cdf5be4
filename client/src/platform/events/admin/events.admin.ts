import { CalendarDays } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry, Panels } from '../../../kernel/feature.ts';

const WHO = ['OFFICER'] as const;

/** The administration's side of the calendar. */
export const routes: RouteRecordRaw[] = [
  { path: 'tapahtumat', component: () => import('./EventsDesk.vue') },
  { path: 'tapahtumat/uusi', component: () => import('./EventEdit.vue'), meta: { roles: WHO } },
  { path: 'tapahtumat/:id', component: () => import('./EventDesk.vue'), props: true },
  { path: 'tapahtumat/:id/muokkaa', component: () => import('./EventEdit.vue'), props: true, meta: { roles: WHO } },
  { path: 'tapahtumat/:id/siirra', component: () => import('./EventMove.vue'), props: true, meta: { roles: WHO } },
];

export const nav: NavEntry[] = [{ to: '/hallinta/tapahtumat', label: 'admin.events.title', icon: CalendarDays, order: 20 }];

export const panels: Panels = { overview: [{ load: () => import('./TodayOverview.vue'), order: 20 }] };
