import { CircleUserRound } from '@lucide/vue';
import type { Feature } from '../../kernel/feature.ts';
import { PRESENCE } from './presenceKey.ts';

/** Residents with an account, and their own pages. */
export const residents: Feature = {
  nav: { resident: [{ to: '/oma', label: 'residents.own', short: 'residents.short', icon: CircleUserRound, order: 90, tab: true }] },
  own: () => import('./own/residents.own.ts'),
  // somebody may have signed out without a network
  wake: (app) => {
    if (localStorage.getItem(PRESENCE)) import('./leaving.ts').then(({ finishLeaving }) => finishLeaving(app)).catch(() => undefined);
  },
};
