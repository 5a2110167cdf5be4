import { CalendarDays } from '@lucide/vue';
import type { Feature } from '../../kernel/feature.ts';

/** The occasions on which the city meets its residents. */
export const events: Feature = {
  routes: {
    resident: [
      { path: 'tapahtumat', component: () => import('./EventsPage.vue') },
      { path: 'tapahtumat/:id', component: () => import('./EventPage.vue'), props: true },
    ],
  },
  nav: { resident: [{ to: '/tapahtumat', label: 'events.nav', icon: CalendarDays, order: 20, tab: true }] },
};
