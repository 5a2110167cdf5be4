import { faultOf, type Choice } from '@torilla/schema/budget/ballot';
import { newBallotReceipt } from '@torilla/schema/budget/receipt';
import { computed, reactive, ref, watch } from 'vue';
import { CastBallotByCodeDocument, CastBallotDocument, CodeVoteDocument, MyVoteDocument } from '../../gql/budget/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';
import { useAutosave } from '../../outbox/useAutosave.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import { presence } from '../../platform/residents/presence.ts';
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
interface KeptBallot {
  areaId: string;
  choices: Choice[];
  /** What the projects are put in order by: each voter has another. */
  seed: number;
  /** Kept before it is sent: whatever becomes of the answer, it is one ballot. */
  receipt: string;
  cast: boolean;
}

const begun = (): KeptBallot => ({ areaId: '', choices: [], seed: crypto.getRandomValues(new Uint32Array(1))[0]!, receipt: '', cast: false });

/** Where a project stands for this voter: by chance, and at the same place again (FNV-1a over the id). */
function placeOf(seed: number, id: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const letter of id) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return hash;
}

/**
 * A ballot while it is filled in: kept on the device, checked by the round's rule, and cast once. Of whoever votes by a code nothing is kept: it may be
 * anybody's device.
 */
export function useBallot(round: () => WholeRound | null, projects: () => readonly Project[] | undefined, code: () => string) {
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

  const area = computed(() => round()?.areas.find(({ id }) => id === kept.areaId) ?? null);
  const listed = computed(() =>
    (projects() ?? [])
      .filter((project) => project.area.id === kept.areaId && !project.withdrawnWhy)
      .sort((a, b) => placeOf(kept.seed, a.id) - placeOf(kept.seed, b.id)),
  );
  const costs = computed(() => new Map(listed.value.map(({ id, costCents }) => [id, costCents ?? 0])));
  const spent = computed(() => kept.choices.reduce((sum, { id }) => sum + (costs.value.get(id) ?? 0), 0));
  const left = computed(() => (area.value?.budgetCents ?? 0) - spent.value);
  const pointsLeft = computed(() => (round()?.ballot.points ?? 0) - kept.choices.reduce((sum, { points }) => sum + (points ?? 0), 0));
  const fault = computed(() => (area.value ? faultOf(round()!.ballot, { budgetCents: area.value.budgetCents, costs: costs.value }, kept.choices) : null));
  // what is no longer on the ballot leaves it
  watch([listed, known], () => {
    if (known.value && listed.value.length) kept.choices = kept.choices.filter(({ id }) => costs.value.has(id));
  });

  /** Whether one more fits. */
  function fits({ id, costCents }: Project): boolean {
    const { kind, most, points } = round()!.ballot;
    if (kept.choices.some((one) => one.id === id)) return true;
    if (kind === 'ONE') return true;
    if (kept.choices.length >= (most ?? costs.value.size)) return false;
    if (kind === 'POINTS') return kept.choices.length < points! && pointsLeft.value > 0;
    return kind !== 'BASKET' || (costCents ?? 0) <= left.value;
  }
  function toggle({ id }: Project): void {
    const { kind } = round()!.ballot;
    if (kept.choices.some((one) => one.id === id)) kept.choices = kept.choices.filter((one) => one.id !== id);
    else kept.choices = [...(kind === 'ONE' ? [] : kept.choices), kind === 'POINTS' ? { id, points: 1 } : { id }];
  }
  function give({ id }: Project, points: number): void {
    kept.choices = points < 1 ? kept.choices.filter((one) => one.id !== id) : kept.choices.map((one) => (one.id === id ? { id, points } : one));
  }
  function chooseArea(id: string): void {
    kept.areaId = id;
    kept.choices = [];
  }

  /** Casts it; `done` is called once the city has it, before the form gives way to the receipt. */
  async function cast(done: () => void): Promise<void> {
    kept.receipt ||= newBallotReceipt();
    await save().catch(() => undefined);
    const { areaId, choices, receipt } = kept;
    const input = { roundId: round()!.id, areaId, choices: choices.map((one) => ({ ...one })), receipt, replaces: replaces.value };
    if (!(await (code() ? byCode.run({ input: { ...input, code: code() } }) : byName.run({ input })))) return;
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
  return { kept, known, changing, area, listed, left, pointsLeft, fault, fits, toggle, give, chooseArea, cast, change, casting };
}
export type Ballot = ReturnType<typeof useBallot>;
