import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry, Panels } from '../../../kernel/feature.ts';

const WHO = ['OFFICER', 'WORKER'] as const;

/** The administration's side of a day in the field. */
export const routes: RouteRecordRaw[] = [
  { path: 'tapahtumat/:id/paiva', component: () => import('./FieldDayPage.vue'), props: true, meta: { roles: WHO } },
  { path: 'tapahtumat/:id/raportti', component: () => import('./ReportDesk.vue'), props: true, meta: { roles: WHO } },
];

export const nav: NavEntry[] = [];

export const panels: Panels = { event: [{ load: () => import('./FieldDayLinks.vue'), order: 5, roles: WHO }] };
