import { computed } from 'vue';
import {
  AdminEventChoicesDocument,
  AdminEventDocument,
  AdminEventsDocument,
  AdminScheduleEventDocument,
  type EventListedFragment,
  type EventWholeFragment,
} from '../../../gql/events/admin/graphql.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

export type EventRowFacts = EventListedFragment;
export type EventFacts = EventWholeFragment;

const DAY = 86_400_000;

/** The calendar from half a year back on. */
export function useEventPages() {
  const from = new Date(Date.now() - 180 * DAY).toISOString();
  return usePages(AdminEventsDocument, { filter: { from }, first: 100 }, (answer) => answer.events);
}

/** What is on today: begun or beginning before the next midnight, near enough. */
export function useEventsToday() {
  const now = Date.now();
  return usePages(
    AdminEventsDocument,
    { filter: { from: new Date(now - DAY / 4).toISOString(), to: new Date(now + DAY / 2).toISOString() }, first: 5 },
    (answer) => answer.events,
  );
}

export function useAdminEvent(id: () => string, enabled: () => boolean = () => true) {
  const { data, ...read } = useRead(AdminEventDocument, () => ({ id: id() }), { audience: 'staff', enabled });
  const event = computed(() => data.value?.event ?? null);
  return { event, missing: computed(() => data.value !== undefined && !event.value), ...read };
}

/** What an event may be made of: places, people, measures of the plan. */
export const useEventChoices = () => useRead(AdminEventChoicesDocument, {}, { audience: 'staff' });

export const useSchedule = () => useWrite(AdminScheduleEventDocument, { refetch: ['AdminEvents'] });
