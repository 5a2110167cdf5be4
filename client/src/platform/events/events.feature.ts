import { CalendarDays } from '@lucide/vue';
import { EventListDocument } from '../../gql/events/graphql.ts';
import type { Feature } from '../../kernel/feature.ts';
import { upcomingOf } from './period.ts';

/** The occasions on which the city meets its residents. */
export const events: Feature = {
  routes: {
    resident: [
      { path: 'tapahtumat', component: () => import('./EventsPage.vue'), meta: { rendered: true } },
      { path: 'tapahtumat/:id', component: () => import('./EventPage.vue'), meta: { rendered: true }, props: true },
      { path: 'tapahtumat/:id/ilmoittaudu', component: () => import('./own/RegisterPage.vue'), props: true },
      { path: 'ilmoittautuminen', component: () => import('./own/RegistrationPage.vue') },
    ],
    field: [{ path: 'ovi', component: () => import('./field/DoorPage.vue') }],
  },
  nav: {
    resident: [{ to: '/tapahtumat', label: 'events.nav', icon: CalendarDays, order: 20, tab: true }],
  },
  admin: () => import('./admin/events.admin.ts'),
  own: () => import('./own/events.own.ts'),
  offline: async () => [{ query: EventListDocument, variables: upcomingOf(new Date()) }],
};
