import { onScopeDispose, ref } from 'vue';
import type { Reopened } from '../../outbox/capture.ts';
import type { Outbox } from '../../outbox/outbox.ts';

/** How long a capture can be opened again, in milliseconds: the outbox's own rule, so that the button goes when the time is over. */
const REOPEN = 5 * 60_000;

/** Whether the last capture can still be corrected. */
export function useReopen(outbox: Promise<Outbox>, operation: string) {
  const possible = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = () => {
    clearTimeout(timer);
    possible.value = false;
  };
  onScopeDispose(over);

  async function last(): Promise<Reopened | null> {
    const reopened = await (await outbox).reopenLast();
    return reopened?.operation === operation ? reopened : null;
  }
  return {
    possible,
    over,
    last,
    /** Something was just saved. */
    begin(): void {
      over();
      possible.value = true;
      timer = setTimeout(over, REOPEN);
    },
  };
}
