import { computed } from 'vue';
import { PlanOfYearDocument, ReportsOfYearDocument } from '../../../gql/plan/report/graphql.ts';
import { dayOf } from '../../../kernel/format.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useVersions } from '../versions/useVersions.ts';
import { versionOf, yearReport, yearsOf } from './yearReport.ts';

/** The report of a year: the plan that it belongs to, beside what was told and counted of it. */
export function useYear(year: () => number) {
  const today = dayOf(new Date());
  const { versions, ...list } = useVersions();
  const years = computed(() => yearsOf(versions.value ?? [], today));
  const version = computed(() => (years.value.includes(year()) ? versionOf(versions.value ?? [], year()) : undefined));
  const id = () => version.value?.id ?? '';
  const enabled = () => Boolean(version.value);
  const { data: planned, ...plan } = useRead(PlanOfYearDocument, () => ({ id: id() }), { enabled });
  const { data: told, ...rest } = useRead(ReportsOfYearDocument, () => ({ id: id(), year: year() }), { enabled });
  const reports = computed(() => new Map(told.value?.planVersion?.measures.flatMap(({ actions }) => actions.map((a) => [a.id, a.reports] as const))));
  const parts = [list, plan, rest];
  return {
    version,
    years,
    today,
    measures: computed(() =>
      planned.value?.planVersion && told.value ? yearReport(planned.value.planVersion.measures, reports.value, told.value.measureFigures, year(), today) : null,
    ),
    missing: computed(() => versions.value !== undefined && !version.value),
    loading: computed(() => list.loading.value || (enabled() && (plan.loading.value || rest.loading.value))),
    problem: computed(() => parts.map(({ problem }) => problem.value).find(Boolean) ?? null),
    stale: computed(() => parts.some(({ stale }) => stale.value)),
    again: () => parts.forEach(({ again }) => again()),
  };
}
