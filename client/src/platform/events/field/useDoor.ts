import { computed, ref } from 'vue';
import { sha256Hex } from '../../../outbox/bytes.ts';
import { captureProblemOf, type CaptureProblem } from '../../../outbox/captureProblem.ts';
import { useOutbox } from '../../../outbox/useOutbox.ts';
import { withCityKey } from '../../../outbox/withCityKey.ts';
import { arrived } from '../../devices/dayBook.ts';
import type { Field } from '../../devices/useField.ts';

/** What came of a code at the door. */
export interface Told {
  code: string;
  at: string;
  /** Whether this tablet had noted it before. */
  again: boolean;
}

/** The door of an event: whoever shows a code has come, with or without a network. The city judges the code when it hears of it. */
export function useDoor(field: Field) {
  const { outbox } = useOutbox();
  const told = ref<Told | null>(null);
  const wrong = ref(false);
  const problem = ref<CaptureProblem | null>(null);
  const count = computed(() => Object.keys(field.day.value.arrived ?? {}).length);

  /** Notes whoever shows this; a QR holds a whole address. @returns whether it was a code */
  async function receive(shown: string): Promise<boolean> {
    problem.value = null;
    const [{ Receipt }, { arrive }] = await Promise.all([import('@torilla/schema/kernel/receipt'), import('@torilla/schema/events/capture')]);
    const code = Receipt.safeParse(shown.split('#').at(-1)).data;
    wrong.value = !code;
    if (!code) return false;
    const hash = await sha256Hex(code);
    const before = field.day.value.arrived?.[hash];
    const at = before ?? new Date().toISOString();
    try {
      const place = { eventId: field.pack.value?.event.id ?? null, workerId: field.worker.value?.id ?? null };
      const box = await outbox;
      if (!before) await withCityKey(box, () => box.capture(arrive, { code }, place));
      await field.note((day) => arrived(day, hash, at));
      told.value = { code, at, again: Boolean(before) };
      return true;
    } catch (error) {
      problem.value = captureProblemOf(error);
      return false;
    }
  }
  return { receive, told, wrong, problem, count };
}
