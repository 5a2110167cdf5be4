import { MessageSquareText } from '@lucide/vue';
import type { NavEntry } from '../../../kernel/feature.ts';
import type { RouteRecordRaw } from 'vue-router';

/** A resident's own side of feedback: what they said. */
export const routes: RouteRecordRaw[] = [{ path: 'palautteet', component: () => import('./MyFeedbackPage.vue') }];

export const nav: NavEntry[] = [{ to: '/oma/palautteet', label: 'feedback.own.nav', icon: MessageSquareText, order: 10 }];
