import { seatCode } from '@torilla/schema/budget/classCode';
import { computed } from 'vue';
import { CodeVoteDocument, OpenVotingClassDocument, VotingClassDocument } from '../../gql/budget/graphql.ts';
import { useApollo } from '../../kernel/apollo.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';

/** How often a teacher's page asks how many have voted, in milliseconds. */
const PACE = 5000;

/** A class by its teacher's code: until when it votes and how many have; nothing is asked while there is no code. */
export function useClass(roundId: () => string, code: () => string) {
  const { data, ...read } = useRead(VotingClassDocument, () => ({ roundId: roundId(), code: code() }), {
    inBody: true,
    enabled: () => code() !== '',
    pollMs: PACE,
  });
  const opening = useWrite(OpenVotingClassDocument, { audience: 'public' });
  const open = (on: boolean) => opening.run({ input: { roundId: roundId(), code: code(), on } });
  return { found: computed(() => data.value?.votingClass), open, opening, ...read };
}

/** The class whose code somebody typed, and a seat in it: each voter has one of their own, drawn by chance among those that nobody has voted by. */
export function useSeat(roundId: () => string, pupils: () => string) {
  const client = useApollo();
  const { data, loading, again } = useRead(VotingClassDocument, () => ({ roundId: roundId(), code: pupils() }), {
    inBody: true,
    enabled: () => pupils() !== '',
  });
  const found = computed(() => data.value?.votingClass ?? null);
  const isFree = async (code: string): Promise<boolean> => {
    const { data: seat } = await client.query({
      query: CodeVoteDocument,
      variables: { roundId: roundId(), code },
      context: { audience: 'public', inBody: true },
      fetchPolicy: 'no-cache',
    });
    return seat?.codeVote?.voted === false;
  };
  /** @returns the code of a seat that is free now; null where none is */
  async function seat(): Promise<string | null> {
    const { seats } = found.value!;
    const from = crypto.getRandomValues(new Uint32Array(1))[0]! % seats;
    for (let n = 0; n < seats; n++) {
      const code = await seatCode(pupils(), (from + n) % seats);
      if (await isFree(code)) return code;
    }
    return null;
  }
  /** Whether one may vote in it, as of any other way. */
  const mine = computed(() => {
    if (!found.value) return null;
    const { used, seats, openUntil } = found.value;
    const bar = !openUntil || Date.parse(openUntil) <= Date.now() ? ('CLASS_CLOSED' as const) : used < seats ? null : ('CLASS_FULL' as const);
    return { open: true, voted: false, bar };
  });
  return { isClass: computed(() => found.value !== null), mine, seat, loading, again };
}
