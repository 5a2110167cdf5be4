import { defineAsyncComponent } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry, Panels } from '../../../kernel/feature.ts';

/** The administration's side of the staff. */
export const routes: RouteRecordRaw[] = [{ path: 'oma', component: () => import('./AccountPage.vue') }];

export const nav: NavEntry[] = [];

export const panels: Panels = { account: [{ component: defineAsyncComponent(() => import('./PinPanel.vue')), order: 30 }] };
