import { AtSign, CalendarDays, ClipboardList, MessageSquareText, PiggyBank, Route } from '@lucide/vue';
import type { Component } from 'vue';
import type { Notification } from './useNotifications.ts';

const icons: Record<Notification['kind'], Component> = {
  ANSWER: MessageSquareText,
  STATE: Route,
  EVENT: CalendarDays,
  BUDGET: PiggyBank,
  ASSIGNED: ClipboardList,
  MENTIONED: AtSign,
  TEST: Route,
};

export const iconOf = ({ kind }: Pick<Notification, 'kind'>): Component => icons[kind];

/** Where it is read. */
export function pathOf({ kind, subjectId }: Pick<Notification, 'kind' | 'subjectId'>): string {
  if (kind === 'ASSIGNED' || kind === 'MENTIONED') return `/hallinta/palautteet/${subjectId}`;
  if (kind === 'BUDGET') return '/budjetti';
  return kind === 'EVENT' ? '/oma/tapahtumat' : '/oma/palautteet';
}
