import { computed, watch } from 'vue';
import {
  AdminDropPaperBatchDocument,
  AdminEnterSheetDocument,
  AdminPaperBatchDocument,
  AdminPaperBatchesDocument,
  AdminSavePaperBatchDocument,
  AdminSettleSheetDocument,
  AdminSignPaperBatchDocument,
  type PaperBatchShownFragment,
} from '../../../gql/budget/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';
import { useAdminProjects, type ProjectPlan } from './useProjects.ts';

export type PaperBatch = PaperBatchShownFragment;

/** The bundles of paper ballots of a round, the newest first. */
export function usePaperBatches(roundId: () => string) {
  const { data, ...read } = useRead(AdminPaperBatchesDocument, () => ({ roundId: roundId() }), { audience: 'staff' });
  return { batches: computed(() => data.value?.paperBatches), ...read };
}

/** One of them; what another enters meanwhile shows by itself. Undefined until it is known, null for none. */
export function usePaperBatch(id: () => string) {
  const { data, ...read } = useRead(AdminPaperBatchDocument, () => ({ id: id() }), { audience: 'staff', pollMs: 15_000 });
  return { batch: computed(() => data.value?.paperBatch), ...read };
}

/** A project with the number by which it stands on paper. */
export interface PaperProject extends ProjectPlan {
  number: number;
}

/** What is voted on in each area, by its number on paper; undefined until all of it is known. A project that was withdrawn keeps its number. */
export function usePaperProjects(roundId: () => string) {
  const { rows, hasMore, fetching, more, problem, again } = useAdminProjects(roundId);
  watch([hasMore, fetching], () => hasMore.value && !fetching.value && void more(), { immediate: true });
  const inArea = computed(() => {
    if (!rows.value || hasMore.value) return undefined;
    const found = new Map<string, PaperProject[]>();
    for (const project of rows.value) {
      const list = found.get(project.area.id) ?? [];
      found.set(project.area.id, [...list, { ...project, number: list.length + 1 }]);
    }
    return found;
  });
  return { inArea, problem, again };
}

const refetch = ['AdminPaperBatches'];
export const useSavePaperBatch = () => useWrite(AdminSavePaperBatchDocument, { refetch });
export const useDropPaperBatch = () => useWrite(AdminDropPaperBatchDocument, { refetch });
// a bundle is answered whole, and is where it is shown by its id
export const useEnterSheet = () => useWrite(AdminEnterSheetDocument);
export const useSettleSheet = () => useWrite(AdminSettleSheetDocument);
export const useSignPaperBatch = () => useWrite(AdminSignPaperBatchDocument, { refetch: ['BudgetCounts'] });
