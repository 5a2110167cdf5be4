import { MessageSquarePlus } from '@lucide/vue';
import type { Feature, NavEntry } from '../../kernel/feature.ts';
import { PRESENCE } from '../../platform/residents/presenceKey.ts';

const give: NavEntry = { to: '/palaute', label: 'feedback.nav', short: 'feedback.short', icon: MessageSquarePlus, order: 10, tab: true };

/** What residents say to the city: at the square, and from home. */
export const feedback: Feature = {
  routes: {
    resident: [
      { path: 'palaute', component: () => import('./FeedbackPage.vue'), meta: { rendered: true } },
      { path: 'tilastot', component: () => import('./statistics/StatisticsPage.vue'), meta: { rendered: true } },
      { path: 'kuitti', component: () => import('./ReceiptPage.vue'), meta: { rendered: true } },
    ],
    field: [
      { path: 'tallenna', component: () => import('./CapturePage.vue') },
      { path: 'asukas', component: () => import('./DeskPage.vue'), meta: { bare: true } },
      { path: 'tukkimies', component: () => import('./TallyPage.vue') },
    ],
  },
  nav: { resident: [give] },
  admin: () => import('./admin/feedback.admin.ts'),
  own: () => import('./own/feedback.own.ts'),
  // what was said here by whoever is signed in may wait for their account
  wake: (app) => {
    if (localStorage.getItem(PRESENCE)) import('./own/claiming.ts').then(({ wakeClaiming }) => wakeClaiming(app)).catch(() => undefined);
  },
  acts: [give],
};
