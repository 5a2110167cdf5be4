import type { Router } from 'vue-router';
import { featureList } from '../features.ts';
import ResidentLayout from '../ResidentLayout.vue';
import { ownSides } from './ownSides.ts';

/** Fetches every noun's side of a resident's own pages and gives the router its pages. Whoever is not signed in reads there how to. */
export async function enter(router: Router): Promise<void> {
  const sides = await Promise.all(featureList.flatMap(({ own }) => (own ? [own()] : [])));
  ownSides.splice(0, ownSides.length, ...sides);
  router.addRoute({
    path: '/oma',
    component: ResidentLayout,
    meta: { rendered: true },
    children: [{ path: '', component: () => import('./OwnLayout.vue'), children: ownSides.flatMap((side) => side.routes) }],
  });
}
