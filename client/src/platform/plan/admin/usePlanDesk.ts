import { computed } from 'vue';
import {
  AdminMeasureDocument,
  AdminPlanDocument,
  AdminReportActionDocument,
  AdminWithdrawReportDocument,
  type AdminMeasureQuery,
  type AdminPlanQuery,
  type ReportFactsFragment,
} from '../../../gql/plan/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

export type DeskMeasure = NonNullable<AdminPlanQuery['plan']>['measures'][number];
export type DeskAction = DeskMeasure['actions'][number];
/** An action with all that was reported of it. */
export type ReportedAction = NonNullable<AdminMeasureQuery['measure']>['actions'][number];
export type ReportFacts = ReportFactsFragment;

/** Where every action of the plan in force stands. */
export function usePlanDesk() {
  const { data, ...read } = useRead(AdminPlanDocument, {}, { audience: 'staff' });
  return { ...read, plan: computed(() => data.value && (data.value.plan ?? null)) };
}

/** One measure with all that was reported of its actions, and on which of them one may report. */
export function useMeasureDesk(number: () => number) {
  const { data, ...read } = useRead(AdminMeasureDocument, () => ({ number: number() }), { audience: 'staff' });
  return {
    ...read,
    measure: computed(() => data.value && (data.value.measure ?? null)),
    mayReport: ({ responsible }: ReportedAction): boolean => {
      const units = data.value?.reportingUnits;
      return data.value !== undefined && (!units || responsible.some(({ key }) => units.includes(key)));
    },
  };
}

export const useReport = () => useWrite(AdminReportActionDocument);
export const useWithdraw = () => useWrite(AdminWithdrawReportDocument);
