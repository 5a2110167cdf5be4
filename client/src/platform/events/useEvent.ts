import { computed } from 'vue';
import { EventByIdDocument } from '../../gql/events/event/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';

/** One event. */
export function useEvent(id: () => string) {
  const { data, ...read } = useRead(EventByIdDocument, () => ({ id: id() }));
  const event = computed(() => data.value?.event ?? null);
  return { event, missing: computed(() => data.value !== undefined && !event.value), ...read };
}
