import { newBallotReceipt } from '@torilla/schema/budget/receipt';
import type { Id } from '@torilla/schema/kernel/id';
import { reactive, ref, shallowRef, watch } from 'vue';
import { useBusyGuard } from '../../../kernel/useBusyGuard.ts';
import { captureProblemOf, type CaptureProblem } from '../../../outbox/captureProblem.ts';
import { useOutbox } from '../../../outbox/useOutbox.ts';
import { withCityKey } from '../../../outbox/withCityKey.ts';
import { emptyBallot, useBallotPaper } from '../useBallotPaper.ts';
import type { Project } from '../useProjects.ts';
import type { WholeRound } from '../useRounds.ts';
import type { Voter } from './useVoter.ts';

/** What a voter keeps, and the capture that takes their ballot to the city. */
export interface TabletReceipt {
  receipt: string;
  captureId: Id;
}

interface TabletBallotContext {
  voter: () => Voter | null;
  eventId: () => Id | null;
  workerId: () => Id | null;
}

/** A ballot on the city's tablet. It is kept nowhere before it is cast, and from then on sealed, so that not even the tablet can read it. */
export function useTabletBallot(
  round: () => WholeRound | null,
  projects: () => readonly Project[] | undefined,
  { voter, eventId, workerId }: TabletBallotContext,
) {
  const { outbox } = useOutbox();
  const kept = reactive(emptyBallot());
  const busy = ref(false);
  const problem = ref<CaptureProblem | null>(null);
  const cast = shallowRef<TabletReceipt | null>(null);
  const changing = ref(false);
  useBusyGuard(() => kept.choices.length > 0 || busy.value);
  const first = () => round()?.areas[0]?.id ?? '';
  watch(first, (areaId) => (kept.areaId ||= areaId), { immediate: true });
  const paper = useBallotPaper(kept, round, projects, () => projects() !== undefined);

  async function castNow(done: () => void): Promise<void> {
    const who = voter();
    if (!who || busy.value) return;
    busy.value = true;
    problem.value = null;
    try {
      const { castOnTablet } = await import('@torilla/schema/budget/capture');
      const box = await outbox;
      const receipt = newBallotReceipt();
      const input = { roundId: who.roundId, areaId: kept.areaId, choices: kept.choices.map((one) => ({ ...one })), receipt, ...who.proof };
      const { id } = await withCityKey(box, () => box.capture(castOnTablet, input, { eventId: eventId(), workerId: workerId() }));
      done();
      forget();
      cast.value = { receipt, captureId: id };
    } catch (error) {
      problem.value = captureProblemOf(error);
    } finally {
      busy.value = false;
    }
  }
  /** Empties it, for nobody else to see. */
  function forget(): void {
    Object.assign(kept, emptyBallot(), { areaId: first() });
    problem.value = null;
    cast.value = null;
  }
  return { ballot: { ...paper, kept, changing, cast: castNow }, busy, problem, cast, forget };
}
