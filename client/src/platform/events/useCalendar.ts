import type { EventKind } from '@torilla/schema/events/events';
import { computed } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';
import { dayOf } from '../../kernel/format.ts';
import { eventKinds } from './kindIcon.ts';
import { monthIn } from './month.ts';
import type { When } from './useEvents.ts';

export type View = 'list' | 'month' | 'map';

/** The names that they have in the address; the list is what one sees without saying. */
const viewNames: Record<View, string | null> = { list: null, month: 'kuukausi', map: 'kartta' };
const views = Object.keys(viewNames) as View[];

/** What of the calendar is shown, as the address says: it can be sent to somebody, and is there again after going back. */
export function useCalendar() {
  const route = useRoute();
  const router = useRouter();
  // what is as it is without saying is not said
  const say = (change: LocationQueryRaw) => {
    const query = { ...route.query, ...change };
    void router.replace({ query: Object.fromEntries(Object.entries(query).filter(([, value]) => value != null)) });
  };
  const thisMonth = dayOf(new Date()).slice(0, 7);
  return {
    thisMonth,
    view: computed<View>({
      get: () => views.find((view) => viewNames[view] === route.query['nakyma']) ?? 'list',
      set: (view) => say({ nakyma: viewNames[view], kuukausi: null }),
    }),
    when: computed<When>({
      get: () => (route.query['aika'] === 'menneet' ? 'past' : 'upcoming'),
      set: (when) => say({ aika: when === 'past' ? 'menneet' : null }),
    }),
    kind: computed<EventKind | null>({ get: () => eventKinds.find((kind) => kind === route.query['laji']) ?? null, set: (kind) => say({ laji: kind }) }),
    measure: computed<number | null>({ get: () => Number(route.query['toimenpide']) || null, set: (measure) => say({ toimenpide: measure }) }),
    month: computed<string>({ get: () => monthIn(route.query['kuukausi'], thisMonth), set: (month) => say({ kuukausi: month === thisMonth ? null : month }) }),
    showAll: () => say({ laji: null, toimenpide: null }),
  };
}
