import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { BudgetWorksDocument, ReportProgressDocument, type WorkShownFragment } from '../../gql/budget/graphql.ts';
import type { ReadAs } from '../../kernel/apollo.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';

/** A project that was voted for, and what became of it. */
export type Work = WorkShownFragment;

/** The projects of a round that were voted for, in the order in which they were funded; undefined until they are known. */
export function useWorks(roundId: MaybeRefOrGetter<string>, audience: ReadAs = 'public') {
  const { data, ...read } = useRead(BudgetWorksDocument, () => ({ roundId: toValue(roundId) }), { audience });
  const works = computed(() => {
    const { budgetCounts, budgetProjects } = data.value ?? {};
    return budgetCounts?.flatMap(({ winners }) => winners.flatMap((id) => budgetProjects?.nodes.filter((one) => one.id === id) ?? []));
  });
  return { works, ...read };
}

/** How far a project is: as was told last; planned until something is. */
export const stateOf = ({ progress }: Work): Work['progress'][number]['state'] => progress[0]?.state ?? 'PLANNED';

/** What has been spent on a project, in cents; null where nobody has told. */
export const spentOn = ({ progress }: Work): number | null => progress.find(({ spentCents }) => spentCents != null)?.spentCents ?? null;

export const useReportProgress = () => useWrite(ReportProgressDocument, { refetch: ['BudgetWorks'] });
