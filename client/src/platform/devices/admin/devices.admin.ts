import { Tablet } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry, Panels } from '../../../kernel/feature.ts';

/** The administration's side of the devices. */
export const routes: RouteRecordRaw[] = [{ path: 'laitteet', component: () => import('./DevicesPage.vue') }];

export const nav: NavEntry[] = [{ to: '/hallinta/laitteet', label: 'admin.devices.title', icon: Tablet, order: 40, group: 'collecting' }];

export const panels: Panels = { overview: [{ load: () => import('./UnsentOverview.vue'), order: 30 }] };
