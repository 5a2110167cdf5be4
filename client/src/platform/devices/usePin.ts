import { computed, ref } from 'vue';
import { useNow } from '../../kernel/useNow.ts';
import type { WorkerPin } from '@torilla/schema/devices/roster';
import { isPinOf, noteTry, triesAt, waitUntil } from './pin.ts';

/**
 * Asks for a PIN that opens a lock: one worker's, or that of any of several. After five wrong tries each costs a longer wait.
 * @param lock under which name the tries are counted
 */
export function usePin(lock: () => string, pins: () => readonly WorkerPin[]) {
  const now = useNow(1000);
  const until = ref(0);
  const wrong = ref(false);
  const busy = ref(false);
  const look = async (): Promise<void> => {
    until.value = waitUntil(await triesAt(lock()), Date.now());
    wrong.value = false;
  };

  /** @returns whether it was right; never while one has to wait @throws StorageError */
  async function open(digits: string): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    wrong.value = false;
    try {
      until.value = waitUntil(await triesAt(lock()), Date.now());
      if (until.value > Date.now()) return false;
      let right = false;
      for (const pin of pins()) right ||= await isPinOf(pin, digits);
      const tries = await noteTry(lock(), right, Date.now());
      wrong.value = !right;
      until.value = waitUntil(tries, Date.now());
      return right;
    } finally {
      busy.value = false;
    }
  }
  return {
    open,
    look,
    wrong,
    busy,
    /** Seconds until the next try. */
    wait: computed(() => Math.max(0, Math.ceil((until.value - now.value) / 1000))),
  };
}
