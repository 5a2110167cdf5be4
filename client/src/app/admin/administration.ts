import type { Router } from 'vue-router';
import { turn } from '../../kernel/turn.ts';
import { featureList } from '../features.ts';
import { adminRoutes } from './admin.routes.ts';
import { sides } from './sides.ts';

/** Fetches every noun's side of the administration and gives the router its pages. */
export async function enter(router: Router): Promise<void> {
  sides.push(...(await Promise.all(featureList.flatMap(({ admin }) => (admin ? [admin()] : [])))));
  // a hundred addresses take a while to be read
  await turn();
  router.addRoute({
    path: '/hallinta',
    component: () => import('../AdminLayout.vue'),
    meta: { staff: true },
    children: [...sides.flatMap((side) => side.routes), ...adminRoutes],
  });
}
