import type { Router } from 'vue-router';
import type { AdminSide, NavEntry, Panel, Panels } from '../../kernel/feature.ts';
import { featureList } from '../features.ts';
import { adminRoutes } from './admin.routes.ts';

const sides: AdminSide[] = [];

/** Fetches every noun's side of the administration and gives the router its pages. */
export async function openAdministration(router: Router): Promise<void> {
  sides.push(...(await Promise.all(featureList.map((feature) => feature.admin?.()))).filter((side) => side !== undefined));
  router.addRoute({
    path: '/hallinta', component: () => import('../AdminLayout.vue'), meta: { staff: true },
    children: [...sides.flatMap((side) => side.routes), ...adminRoutes],
  });
}

/** The nouns' lines in the administration's navigation. */
export const adminEntries = (): NavEntry[] => sides.flatMap((side) => side.nav);

/** What the nouns add to a page of the administration, in order. */
export const panelsOf = (page: keyof Panels): Panel[] => sides.flatMap((side) => side.panels?.[page] ?? []).sort((a, b) => a.order - b.order);
