import { FEW } from '@torilla/schema/kernel/few';
import type { PublicDimension } from '@torilla/schema/feedback/statistics';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import { PublicStatisticsDocument, type PublicStatisticsQuery } from '../../../gql/feedback/statistics/graphql.ts';
import type { Bar } from '../../../kernel/ui/charts/series.ts';
import { usePick } from '../../../kernel/useLocale.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useCellName } from './useCellName.ts';

/** What of a year everybody sees by one thing. */
export type PublicTable = PublicStatisticsQuery['publicStatistics']['tables'][number];

/** The year that the address names, as everybody sees it. */
export function usePublicStatistics() {
  const route = useRoute();
  const router = useRouter();
  const { t } = useI18n();
  const { pick } = usePick();
  const nameOf = useCellName();
  const asked = computed(() => {
    const year = Number(route.query['vuosi']);
    return Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : null;
  });
  const { data, ...read } = useRead(PublicStatisticsDocument, () => ({ year: asked.value }));
  const statistics = computed(() => data.value?.publicStatistics);
  const few = computed(() => t('kernel.chart.few', { few: FEW }));
  /** The cells as bars: the largest first, then those that are hidden; what there is none of in the whole list is not listed. */
  const barsOf = ({ by, cells }: PublicTable): Bar[] =>
    cells
      .map(({ key, name, number, count }) => ({
        key: key || '-',
        label: nameOf(by, key, name && pick(name), number),
        value: count,
        instead: t('statistics.hidden'),
      }))
      .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || a.label.localeCompare(b.label, 'fi'));
  return {
    ...read,
    statistics,
    few,
    barsOf,
    tableOf: (by: PublicDimension) => statistics.value?.tables.find((table) => table.by === by),
    choose: (year: number) => router.replace({ query: { vuosi: String(year) } }),
  };
}
