import { computed } from 'vue';
import { PicturesOfYearDocument, PlanOfYearDocument, ReportsOfYearDocument } from '../../../gql/plan/report/graphql.ts';
import { dayOf } from '../../../kernel/format.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useVersions } from '../versions/useVersions.ts';
import { versionOf, yearReport, yearsOf } from './yearReport.ts';

/** The years of which there is a report, and the plan to which this one belongs. */
export function useYears(year: () => number) {
  const today = dayOf(new Date());
  const { versions, ...list } = useVersions();
  const years = computed(() => yearsOf(versions.value ?? [], today));
  const version = computed(() => (years.value.includes(year()) ? versionOf(versions.value ?? [], year()) : undefined));
  return { ...list, years, version, today, missing: computed(() => versions.value !== undefined && !version.value) };
}

/** The report of a year: the plan that it belongs to, beside what was told and counted of it. */
export function useYear(of: () => { id: string; year: number; today: string }) {
  const { data: planned, ...plan } = useRead(PlanOfYearDocument, () => ({ id: of().id }));
  const { data: told, ...rest } = useRead(ReportsOfYearDocument, () => ({ id: of().id, year: of().year }));
  const { data: shown, ...views } = useRead(PicturesOfYearDocument, () => ({ id: of().id }));
  const pictures = computed(
    () =>
      new Map(
        shown.value?.planVersion?.measures.flatMap(({ actions }) => actions.flatMap((a) => a.reports.map((report) => [report.id, report.pictures] as const))),
      ),
  );
  const withPictures = <R extends { id: string }>(report: R) => ({ ...report, pictures: pictures.value.get(report.id) ?? [] });
  const reports = computed(
    () => new Map(told.value?.planVersion?.measures.flatMap(({ actions }) => actions.map((a) => [a.id, a.reports.map(withPictures)] as const))),
  );
  const parts = [plan, rest, views];
  return {
    measures: computed(() =>
      planned.value?.planVersion && told.value && shown.value
        ? yearReport(planned.value.planVersion.measures, reports.value, told.value.measureFigures, of().year, of().today)
        : null,
    ),
    loading: computed(() => parts.some(({ loading }) => loading.value)),
    problem: computed(() => parts.map(({ problem }) => problem.value).find(Boolean) ?? null),
    stale: computed(() => parts.some(({ stale }) => stale.value)),
    again: () => parts.forEach(({ again }) => again()),
  };
}
