import { computed } from 'vue';
import { EventReportOfDocument, type EventReportOfQuery } from '../../gql/fieldday/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';

export type Report = NonNullable<EventReportOfQuery['eventReport']>;

/** What the city tells of an event; null while it tells nothing. */
export function useEventReport(eventId: () => string) {
  const { data, ...read } = useRead(EventReportOfDocument, () => ({ eventId: eventId() }));
  return { report: computed(() => data.value?.eventReport ?? null), ...read };
}
