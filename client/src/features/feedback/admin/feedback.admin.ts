import { ChartNoAxesColumn, Inbox } from '@lucide/vue';
import { defineAsyncComponent } from 'vue';
import type { NavEntry, Panels } from '../../../kernel/feature.ts';
import type { RouteRecordRaw } from 'vue-router';

/** The administration's side of feedback: the desk, and what other pages show of it. */
export const routes: RouteRecordRaw[] = [
  { path: 'palautteet/asetukset', component: () => import('./FeedbackSettings.vue'), meta: { roles: ['OFFICER'] } },
  { path: 'palautteet/:id?', component: () => import('./FeedbackDesk.vue'), props: true, meta: { roles: ['OFFICER', 'WORKER', 'VIEWER'], ownSearch: true } },
  { path: 'tilastot', component: () => import('./statistics/StatisticsDesk.vue'), meta: { roles: ['OFFICER', 'VIEWER'] } },
];

export const nav: NavEntry[] = [
  { to: '/hallinta/palautteet', label: 'admin.feedback.title', icon: Inbox, order: 10, badge: defineAsyncComponent(() => import('./FeedbackBadge.vue')) },
  { to: '/hallinta/tilastot', label: 'statistics.desk.title', icon: ChartNoAxesColumn, order: 15, roles: ['OFFICER', 'VIEWER'] },
];

export const panels: Panels = {
  overview: [{ load: () => import('./NewestFeedback.vue'), order: 50 }],
  event: [{ load: () => import('./EventFeedback.vue'), order: 10 }],
  report: [{ load: () => import('./QuotesPanel.vue'), order: 10, roles: ['OFFICER', 'WORKER'] }],
};
