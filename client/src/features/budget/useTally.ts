import type { CountRule, TieOrder } from '@torilla/schema/budget/rules';
import { computed, ref, shallowRef, watch } from 'vue';
import { BudgetCountFilesDocument } from '../../gql/budget/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { countBeside } from './countBeside.ts';
import type { Recounted } from './recount.worker.ts';
import { useCounts } from './useCounts.ts';
import { useRound } from './useRounds.ts';

/** The rules by which anybody may count: each in its plainest form. */
export const tallyRules = {
  VOTES: { kind: 'GREEDY' },
  SHARES: { kind: 'EQUAL_SHARES', utility: 'COST', completion: 'NONE', comparison: 'NONE' },
  SHARES_AND_VOTES: { kind: 'EQUAL_SHARES', utility: 'COST', completion: 'UTILITARIAN', comparison: 'NONE' },
  LOADS: { kind: 'PHRAGMEN' },
} as const satisfies Record<string, CountRule>;
export type TallyRule = keyof typeof tallyRules;

/** A file to be counted, and where it is from. */
export interface Counted {
  name: string;
  bytes: Uint8Array;
  /** The winners by the round's own rule, of a file that is the city's. */
  binding: readonly string[] | null;
}

/** The files of a round whose result is confirmed, each an area's, with the winners that stand; undefined until they are known. Nothing is asked where no round is named. */
export function useRoundFiles(roundId: string) {
  const { round } = useRound(roundId);
  const { counts, ...told } = useCounts(roundId);
  // they may be large, and are kept by nobody
  const { data, ...fetched } = useRead(BudgetCountFilesDocument, { roundId }, { inBody: true, enabled: roundId !== '' });
  const files = computed(
    () =>
      data.value &&
      counts.value?.map(({ id, area, winners }) => ({ id, area, winners, file: data.value!.budgetCounts.find((one) => one.id === id)?.file ?? '' })),
  );
  const reads = [told, fetched];
  return {
    round,
    files,
    loading: computed(() => reads.some(({ loading }) => loading.value)),
    problem: computed(() => reads.map(({ problem }) => problem.value).find(Boolean) ?? null),
    again: () => reads.forEach(({ again }) => again()),
  };
}

/** Counts a file by a rule on this device, and again when either is another. */
export function useTally(file: () => Counted | null, rule: () => TallyRule, ties: () => TieOrder) {
  const result = shallowRef<Recounted | null>(null);
  const busy = ref(false);
  const broken = ref(false);
  watch(
    [file, rule, () => JSON.stringify(ties())],
    async ([one, by], _before, onCleanup) => {
      let left = false;
      onCleanup(() => (left = true));
      result.value = null;
      broken.value = false;
      busy.value = one !== null;
      if (!one) return;
      const counted = await countBeside({ file: one.bytes, rule: tallyRules[by], ties: ties() }).catch(() => null);
      if (left) return;
      busy.value = false;
      broken.value = !counted;
      result.value = counted;
    },
    { immediate: true },
  );
  return { result, busy, broken };
}
