import { faultOf, type Choice } from '@torilla/schema/budget/ballot';
import { computed, watch, type Ref } from 'vue';
import type { Project } from './useProjects.ts';
import type { WholeRound } from './useRounds.ts';

/** A ballot as far as it is filled in. */
export interface BallotDraft {
  areaId: string;
  choices: Choice[];
  /** What the projects are put in order by: each voter has another. */
  seed: number;
}

/** An empty one. */
export const emptyBallot = (): BallotDraft => ({ areaId: '', choices: [], seed: crypto.getRandomValues(new Uint32Array(1))[0]! });

/** Where a project stands for this voter: by chance, and at the same place again (FNV-1a over the id). */
function placeOf(seed: number, id: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const letter of id) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return hash;
}

/** Fills a ballot in by the round's rule: what is on it, what still fits, what is wrong. Nothing is taken from it before `known` says that all of it is there. */
export function useBallotPaper(kept: BallotDraft, round: () => WholeRound | null, projects: () => readonly Project[] | undefined, known: () => boolean) {
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
    if (known() && listed.value.length) kept.choices = kept.choices.filter(({ id }) => costs.value.has(id));
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
  return { area, listed, left, pointsLeft, fault, fits, toggle, give, chooseArea };
}
type BallotPaper = ReturnType<typeof useBallotPaper>;

/** A ballot as the form has it. */
export interface Ballot extends BallotPaper {
  kept: BallotDraft;
  /** Whether it takes the place of another. */
  changing: Readonly<Ref<boolean>>;
  /** Casts it; `done` is called once it is cast, before the form gives way. */
  cast: (done: () => void) => Promise<void>;
}
