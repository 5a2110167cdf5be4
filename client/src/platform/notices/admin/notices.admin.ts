import { Scale } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../../kernel/feature.ts';

/** Administrators alone: they go where no role is named. */
const NOBODY_ELSE = [] as const;

export const routes: RouteRecordRaw[] = [
  { path: 'selosteet', component: () => import('./NoticesDesk.vue'), meta: { roles: NOBODY_ELSE } },
  { path: 'selosteet/:slug', component: () => import('./NoticeEdit.vue'), meta: { roles: NOBODY_ELSE }, props: true },
];

export const nav: NavEntry[] = [{ to: '/hallinta/selosteet', label: 'notices.desk.title', icon: Scale, order: 83, group: 'data', roles: NOBODY_ELSE }];
