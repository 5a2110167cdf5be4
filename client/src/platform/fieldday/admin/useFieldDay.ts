import { computed, watch } from 'vue';
import {
  AdminCloseFieldDayDocument,
  AdminEventCountsChangedDocument,
  AdminEventCountsDocument,
  AdminFieldDayDocument,
  AdminReopenFieldDayDocument,
  AdminTickFieldDayDocument,
  type DayCountsFragment,
  type DayFigureFragment,
  type DayWholeFragment,
} from '../../../gql/fieldday/admin/graphql.ts';
import { useLive } from '../../../kernel/useLive.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

export type Counts = DayCountsFragment;
export type DayTablet = Counts['tablets'][number];
export type DayFigure = DayFigureFragment;
export type FieldDay = DayWholeFragment;
export type Closing = FieldDay['closings'][number];

const refetch = ['AdminFieldDay'];

/** A day in the field: its figures as they change, and what was looked at and closed, asked again when somebody else has done something. */
export function useFieldDay(eventId: () => string) {
  const live = useLive({ subscription: AdminEventCountsChangedDocument, query: AdminEventCountsDocument }, () => ({ eventId: eventId() }));
  const read = useRead(AdminFieldDayDocument, () => ({ eventId: eventId() }), { audience: 'staff' });
  const counts = computed(() => live.data.value?.counts);
  const day = computed(() => read.data.value?.fieldDay);
  watch(
    () => counts.value?.closingId,
    (now) => {
      if (counts.value && day.value && now !== (day.value.closings.find(({ reopenedAt }) => !reopenedAt)?.id ?? null)) read.again();
    },
  );
  const closing = computed(() => day.value?.closings.find(({ reopenedAt }) => !reopenedAt) ?? null);
  return { counts, live, day, closing, loading: read.loading, problem: read.problem, again: read.again };
}

export const useTick = () => useWrite(AdminTickFieldDayDocument, { refetch });
export const useClosing = () => useWrite(AdminCloseFieldDayDocument, { refetch });
export const useReopening = () => useWrite(AdminReopenFieldDayDocument, { refetch });
