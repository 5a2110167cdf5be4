import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { MeasureProgressDocument, type MeasureProgressQuery, type ReportShownFragment } from '../../gql/plan/progress/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import type { Picture } from '../pictures/picture.ts';

/** What was reported of an action, with its pictures where they are asked for. */
export type Report = Omit<ReportShownFragment, 'pictures'> & { pictures?: readonly Picture[] };
/** Something that is counted for a measure, as it stands now. */
export type Figure = MeasureProgressQuery['measureFigures'][number];

/** What came of a measure: the reports of its actions, by action, and its live figures. */
export function useProgress(number: MaybeRefOrGetter<number>) {
  const { data, ...read } = useRead(MeasureProgressDocument, () => ({ number: toValue(number) }));
  return {
    ...read,
    reports: computed<ReadonlyMap<string, Report[]> | undefined>(() => data.value && new Map(data.value.measure?.actions.map((a) => [a.id, a.reports]))),
    figures: computed<Figure[]>(() => data.value?.measureFigures ?? []),
  };
}
