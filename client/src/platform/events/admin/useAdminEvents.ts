import { computed } from 'vue';
import {
  AdminCancelEventDocument,
  AdminEventChoicesDocument,
  AdminEventDocument,
  AdminEventReachDocument,
  AdminEventsDocument,
  AdminMoveEventDocument,
  AdminOccurrencesDocument,
  AdminScheduleEventDocument,
  AdminScheduleSeriesDocument,
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

const refetch = ['AdminEvents', 'AdminEventReach'];
/** Moves an event and tells whoever registered. */
export const useMoving = () => useWrite(AdminMoveEventDocument, { refetch });
/** Cancels it and tells them. */
export const useCancellingEvent = () => useWrite(AdminCancelEventDocument, { refetch });

/** How those who registered are reached, and what of it has left. */
export function useReach(eventId: () => string, following: () => boolean) {
  const { data, ...read } = useRead(AdminEventReachDocument, () => ({ eventId: eventId(), following: following() }), { audience: 'staff', pollMs: 30_000 });
  return { reach: computed(() => data.value?.eventReach ?? null), ...read };
}

/** Events at the same place at the same time, those that are held. */
export function useOverlaps(at: () => { id: string; place: string; startsAt: string; endsAt: string } | null) {
  const { rows } = usePages(
    AdminEventsDocument,
    () => ({ filter: { from: at()?.startsAt, to: at()?.endsAt }, first: 100 }),
    (answer) => answer.events,
    { enabled: () => at() !== null },
  );
  return computed(() => rows.value?.filter(({ id, place, cancelledAt }) => id !== at()?.id && place.key === at()?.place && !cancelledAt) ?? []);
}

/** Puts events that recur into the calendar. */
export const useScheduleSeries = () => useWrite(AdminScheduleSeriesDocument, { refetch: ['AdminEvents'] });

/** When the events of a recurrence would begin; nothing is asked while there is no rule. */
export function useOccurrences(of: () => { rule: string; startsAt: string } | null) {
  const { data, ...read } = useRead(AdminOccurrencesDocument, () => ({ input: of() ?? { rule: '', startsAt: '' } }), {
    audience: 'staff',
    enabled: () => of() !== null,
  });
  return { days: computed(() => data.value?.occurrences), ...read };
}

/** The other events of a series. */
export function useSeries(seriesId: () => string, eventId: () => string) {
  const { rows } = usePages(
    AdminEventsDocument,
    () => ({ filter: { seriesId: seriesId() }, first: 100 }),
    (answer) => answer.events,
  );
  return computed(() => rows.value?.filter(({ id }) => id !== eventId()) ?? []);
}
