import type { Router } from 'vue-router';
import { featureList } from '../features.ts';
import ResidentLayout from '../ResidentLayout.vue';
import { ownSides } from './ownSides.ts';

/** Fetches every noun's side of a resident's own pages and gives the router its pages. */
export async function enter(router: Router): Promise<void> {
  ownSides.push(...(await Promise.all(featureList.flatMap(({ own }) => (own ? [own()] : [])))));
  router.addRoute({
    path: '/oma',
    component: ResidentLayout,
    children: [{ path: '', component: () => import('./OwnLayout.vue'), children: ownSides.flatMap((side) => side.routes) }],
  });
}
