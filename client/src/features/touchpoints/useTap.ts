import type { Score } from '@torilla/schema/touchpoints/limits';
import { computed, ref, shallowRef, toValue, type MaybeRefOrGetter } from 'vue';
import { TouchpointDocument, type TouchpointQuery } from '../../gql/touchpoints/graphql.ts';
import { useLocale } from '../../kernel/useLocale.ts';
import { useRead } from '../../kernel/useRead.ts';
import { captureProblemOf, type CaptureProblem } from '../../outbox/captureProblem.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import { withCityKey } from '../../outbox/withCityKey.ts';

/** A service point, as its page shows it. */
export type Point = NonNullable<TouchpointQuery['touchpoint']>;

/** The service point of a code. */
export function usePoint(code: MaybeRefOrGetter<string>) {
  const { data, ...read } = useRead(TouchpointDocument, () => ({ code: toValue(code).toUpperCase() }));
  const point = computed<Point | null>(() => data.value?.touchpoint ?? null);
  return { ...read, point, missing: computed(() => data.value !== undefined && !point.value) };
}

const loadKinds = () => import('@torilla/schema/touchpoints/capture');

/** The tap of a face, and the words that may follow it. Both go through the outbox, so that they are kept where there is no network. */
export function useTap(point: MaybeRefOrGetter<Point | null>) {
  const { outbox } = useOutbox();
  const { locale } = useLocale();
  const tapped = shallowRef<{ id: string; score: Score } | null>(null);
  const told = ref(false);
  const busy = ref(false);
  const problem = ref<CaptureProblem | null>(null);
  /** Whether this is one of the city's own tablets, at which people stand in line. */
  const kiosk = ref(false);
  outbox
    .then((box) => box.device())
    .then(({ enrolment }) => (kiosk.value = enrolment !== null))
    .catch(() => undefined); // whoever taps is told what is wrong with the storage

  async function keeping(work: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    try {
      await work();
    } catch (error) {
      problem.value = captureProblemOf(error);
    } finally {
      busy.value = false;
    }
  }
  const tap = (score: Score) =>
    keeping(async () => {
      const [box, { tapTouchpoint }] = await Promise.all([outbox, loadKinds()]);
      const { id } = await withCityKey(box, () => box.capture(tapTouchpoint, { touchpointId: toValue(point)!.id, score }));
      tapped.value = { id, score };
    });
  const tell = (words: string) =>
    keeping(async () => {
      const [box, { tellTouchpoint }] = await Promise.all([outbox, loadKinds()]);
      const input = { tapId: tapped.value!.id, touchpointId: toValue(point)!.id, words, language: locale.value };
      await withCityKey(box, () => box.capture(tellTouchpoint, input));
      told.value = true;
    });
  function next(): void {
    tapped.value = null;
    told.value = false;
    problem.value = null;
  }
  return { tapped, told, busy, problem, kiosk, tap, tell, next };
}
