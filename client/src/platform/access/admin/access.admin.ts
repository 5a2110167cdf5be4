import { ShieldCheck } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry, Panels } from '../../../kernel/feature.ts';

/** The administration's side of coming in, and of who may do what. */
export const routes: RouteRecordRaw[] = [{ path: 'oikeudet', component: () => import('./MatrixPage.vue') }];

export const nav: NavEntry[] = [{ to: '/hallinta/oikeudet', label: 'access.matrix.title', icon: ShieldCheck, order: 62, group: 'people' }];

export const panels: Panels = {
  account: [
    { load: () => import('./PasskeysPanel.vue'), order: 10 },
    { load: () => import('./SessionsPanel.vue'), order: 40 },
    { load: () => import('./TokensPanel.vue'), order: 50 },
  ],
};
