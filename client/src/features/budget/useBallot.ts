import { newBallotReceipt } from '@torilla/schema/budget/receipt';
import { computed, reactive, ref, watch } from 'vue';
import {
  CastBallotByCodeDocument,
  CastBallotDocument,
  CodeVoteDocument,
  MyVoteDocument,
  type CastBallotByCodeMutationVariables,
} from '../../gql/budget/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';
import { useAutosave } from '../../outbox/useAutosave.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import { presence } from '../../platform/residents/presence.ts';
import { emptyBallot, useBallotPaper, type BallotDraft } from './useBallotPaper.ts';
import type { Project } from './useProjects.ts';
import type { WholeRound } from './useRounds.ts';

/** Whether the resident who is signed in may vote in a round, and has; null for nobody. */
export function useMyVote(roundId: () => string) {
  const { data, ...read } = useRead(MyVoteDocument, () => ({ roundId: roundId() }), { audience: 'resident' });
  return { mine: computed(() => data.value?.myVote), ...read };
}

/** The same of whoever holds a code; nothing is asked while there is none. */
export function useCodeVote(roundId: () => string, code: () => string) {
  const { data, ...read } = useRead(CodeVoteDocument, () => ({ roundId: roundId(), code: code() }), { inBody: true, enabled: () => code() !== '' });
  return { mine: computed(() => data.value?.codeVote), ...read };
}

/** What is kept on the device: the ballot as far as it is filled in, until it is cast; from then on its receipt alone. */
interface KeptBallot extends BallotDraft {
  /** Kept before it is sent: whatever becomes of the answer, it is one ballot. */
  receipt: string;
  cast: boolean;
}

const begun = (): KeptBallot => ({ ...emptyBallot(), receipt: '', cast: false });

/**
 * A ballot while it is filled in: kept on the device, checked by the round's rule, and cast once. Of whoever votes by a code nothing is kept: it may be
 * anybody's device.
 */
export function useBallot(
  round: () => WholeRound | null,
  projects: () => readonly Project[] | undefined,
  code: () => string,
  /** Finds a seat where the code is that of a class. */
  seat: () => (() => Promise<string | null>) | null,
) {
  const { outbox } = useOutbox();
  const kept = reactive(begun());
  const known = ref(false);
  /** The receipt of the ballot that this one takes the place of. */
  const replaces = ref<string | null>(null);
  const changing = computed(() => replaces.value !== null);
  const byName = useWrite(CastBallotDocument, { audience: 'resident', secret: true });
  const byCode = useWrite(CastBallotByCodeDocument, { audience: 'public', secret: true });
  const casting = computed(() => (code() ? byCode : byName));
  // a ballot is its voter's alone: another who signs in here has another, and on the city's own tablet nothing of it is kept
  const slot = () => `resident.ballot.${presence.value?.id}.${round()?.id}`;
  // where the device keeps nothing one votes all the same
  const keeper = async () => {
    const box = !code() && presence.value && (await outbox.catch(() => null));
    return !box || (await box.device()).enrolment?.kind === 'TABLET' ? null : box;
  };
  const save = async () => {
    await (await keeper())?.saveDraft(slot(), { ...kept, choices: kept.choices.map((one) => ({ ...one })) });
  };
  const autosave = useAutosave(kept, () => save().catch(() => undefined));
  watch(
    [() => round()?.id, () => presence.value?.id, code],
    async ([id]) => {
      if (!id) return;
      known.value = false;
      const draft = await (await keeper())?.loadDraft(slot()).catch(() => null);
      Object.assign(kept, begun(), draft as KeptBallot | null);
      kept.areaId ||= round()!.areas[0]!.id;
      autosave.forget();
      known.value = true;
    },
    { immediate: true },
  );

  const paper = useBallotPaper(kept, round, projects, () => known.value);

  /** Another of a class may have taken the seat meanwhile: then there is another. */
  async function castByCode(input: Omit<CastBallotByCodeMutationVariables['input'], 'code'>) {
    const find = seat();
    if (!find) return byCode.run({ input: { ...input, code: code() } });
    for (;;) {
      const free = await find().catch(() => null);
      // where none is to be had, the city says why by the code of the class
      const cast = await byCode.run({ input: { ...input, code: free ?? code() } });
      if (cast || !free || byCode.problem.value?.code !== 'already-voted') return cast;
    }
  }
  /** Casts it; `done` is called once the city has it, before the form gives way to the receipt. */
  async function cast(done: () => void): Promise<void> {
    kept.receipt ||= newBallotReceipt();
    await save().catch(() => undefined);
    const { areaId, choices, receipt } = kept;
    const input = { roundId: round()!.id, areaId, choices: choices.map((one) => ({ ...one })), receipt, replaces: replaces.value };
    if (!(await (code() ? castByCode(input) : byName.run({ input })))) return;
    done();
    // how somebody voted stays nowhere
    Object.assign(kept, { choices: [], cast: true });
    replaces.value = null;
    autosave.forget();
    await save().catch(() => undefined);
  }
  /** Begins another ballot in the place of the one of that receipt. */
  function change(receipt: string): void {
    replaces.value = receipt;
    Object.assign(kept, { choices: [], receipt: '', cast: false });
  }
  return { ...paper, kept, known, changing, cast, change, casting };
}
