import { computed, onMounted, shallowRef } from 'vue';
import { FieldEventsDocument } from '../../gql/devices/graphql.ts';
import { dayOf } from '../../kernel/format.ts';
import { useRead } from '../../kernel/useRead.ts';
import type { FieldEvent } from './fieldPack.ts';
import { packedEvents } from './installPack.ts';

const DAYS_AHEAD = 14;
/** What was fetched before does not know whether it is still held. */
type Offered = FieldEvent & { packed: boolean; cancelledAt?: string | null; movedAt?: string | null };

/** The events that the tablet can be taken to: those of the coming days, and without a network those that were fetched before. */
export function useFieldEvents() {
  const today = dayOf(new Date());
  const at = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString();
  const { data, loading, problem, again } = useRead(FieldEventsDocument, { filter: { from: at(0), to: at(DAYS_AHEAD) } });
  const packed = shallowRef<FieldEvent[]>([]);
  const look = async () => {
    packed.value = await packedEvents().catch(() => []);
  };
  onMounted(look);
  const events = computed<Offered[]>(() => {
    const here = new Map(packed.value.filter((event) => event.endsAt > at(0)).map((event) => [event.id, event]));
    const offered: Offered[] = (data.value?.events.nodes ?? []).map((event) => ({ ...event, packed: here.delete(event.id) }));
    return [...offered, ...[...here.values()].map((event) => ({ ...event, packed: true }))].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  });
  return { events, loading, problem, again, look };
}
