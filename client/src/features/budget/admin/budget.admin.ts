import { PiggyBank } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../../kernel/feature.ts';

const roles = ['OFFICER'] as const;

/** The administration's side of participatory budgeting. */
export const routes: RouteRecordRaw[] = [
  { path: 'budjetti', component: () => import('./RoundsDesk.vue'), meta: { roles } },
  { path: 'budjetti/uusi', component: () => import('./RoundDesk.vue'), meta: { roles } },
  { path: 'budjetti/:id', component: () => import('./RoundDesk.vue'), props: true, meta: { roles } },
  { path: 'budjetti/:id/koodit', component: () => import('./CodesPage.vue'), props: true, meta: { roles } },
  { path: 'budjetti/:id/liput', component: () => import('./PaperPage.vue'), props: true, meta: { roles } },
  { path: 'budjetti/:id/liput/:batchId', component: () => import('./PaperBatchPage.vue'), props: true, meta: { roles } },
  { path: 'budjetti/:id/aanestyslippu', component: () => import('./BallotPaperPage.vue'), props: true, meta: { roles } },
  { path: 'budjetti/:id/hankkeet/uusi', component: () => import('./ProjectDesk.vue'), props: true, meta: { roles } },
  { path: 'budjetti/:id/hankkeet/:projectId', component: () => import('./ProjectDesk.vue'), props: true, meta: { roles } },
];

export const nav: NavEntry[] = [{ to: '/hallinta/budjetti', label: 'budget.desk.nav', icon: PiggyBank, order: 34, roles }];
