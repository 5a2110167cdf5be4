import { computed, ref, type MaybeRefOrGetter, toValue } from 'vue';
import type { Account } from '@torilla/schema/budget/count/accounts';
import type { CountRule } from '@torilla/schema/budget/rules';
import { BudgetCountFilesDocument, BudgetCountsDocument, type CountShownFragment } from '../../gql/budget/graphql.ts';
import { useApollo, type ReadAs } from '../../kernel/apollo.ts';
import { problemOf, type Problem } from '../../kernel/problem.ts';
import { saveAsFile } from '../../kernel/saveAsFile.ts';
import { useRead } from '../../kernel/useRead.ts';
import { countBeside } from './countBeside.ts';
import type { RecountAsked } from './recount.worker.ts';
import type { WholeRound } from './useRounds.ts';

/** The count of an area's ballots. */
export type Count = Omit<CountShownFragment, 'accounts'> & { accounts: Account[] };

/** The counts of a round's areas, as far as the reader may see them; nothing is asked where no round is named. */
export function useCounts(roundId: MaybeRefOrGetter<string>, audience: ReadAs = 'public') {
  const { data, ...read } = useRead(BudgetCountsDocument, () => ({ roundId: toValue(roundId) }), { audience, enabled: () => toValue(roundId) !== '' });
  return { counts: computed(() => data.value?.budgetCounts as Count[] | undefined), ...read };
}

const asked = (file: string, { count, tieSteps, tieSeed }: CountedRound): RecountAsked => ({
  file: new TextEncoder().encode(file),
  rule: JSON.parse(JSON.stringify(count)) as CountRule,
  ties: { steps: [...tieSteps], end: 'DRAWN', seed: tieSeed },
});

/** What the count of a round needs to know of it. */
export type CountedRound = Pick<WholeRound, 'id' | 'year' | 'ballot' | 'count' | 'tieSteps' | 'tieSeed'> & {
  areas: readonly Pick<WholeRound['areas'][number], 'id' | 'name'>[];
};

/** Counts a round again on this device, from the published files by the published rule, without holding the page up. */
export function useRecount(round: () => CountedRound, audience: ReadAs) {
  const client = useApollo();
  const busy = ref(false);
  const problem = ref<Problem | null>(null);
  /** Whether each area's count came to the same, by the count's id. */
  const same = ref<ReadonlyMap<string, boolean>>(new Map());
  const files = async () =>
    (await client.query({ query: BudgetCountFilesDocument, variables: { roundId: round().id }, context: { audience }, fetchPolicy: 'no-cache' })).data!
      .budgetCounts;
  /** Runs what may fail for want of a network, one at a time. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    try {
      await work();
    } catch (error) {
      problem.value = problemOf(error);
    } finally {
      busy.value = false;
    }
  }
  const run = (counts: readonly Count[]): Promise<void> =>
    attempt(async () => {
      const found = new Map<string, boolean>();
      for (const { id, file } of await files()) {
        const told = counts.find((one) => one.id === id);
        const again = await countBeside(asked(file, round()));
        found.set(id, 'winners' in again && again.sha256 === told?.sha256 && again.winners.join() === told.winners.join());
      }
      same.value = found;
    });
  /** Saves what was counted as files on the device, one for each area. */
  const download = (): Promise<void> =>
    attempt(async () => {
      for (const [at, { file }] of (await files()).entries()) saveAsFile(`${round().year}-${at + 1}.pb`, file, 'text/plain');
    });
  return { busy, problem, same, run, download };
}
