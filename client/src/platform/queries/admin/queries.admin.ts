import { BookOpenText } from '@lucide/vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../../kernel/feature.ts';

export const routes: RouteRecordRaw[] = [{ path: 'kyselyt', component: () => import('./QueriesPage.vue') }];

export const nav: NavEntry[] = [{ to: '/hallinta/kyselyt', label: 'queries.title', icon: BookOpenText, order: 79, group: 'data' }];
