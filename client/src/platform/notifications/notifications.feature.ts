import type { Feature } from '../../kernel/feature.ts';

/** What somebody is told of, and by which ways. */
export const notifications: Feature = {
  routes: { resident: [{ path: 'viestit/lopeta/:secret', component: () => import('./StopMailPage.vue'), props: true }] },
  own: () => import('./own/notifications.own.ts'),
  admin: () => import('./admin/notifications.admin.ts'),
};
