import { inject, onScopeDispose, readonly, shallowRef, type App, type InjectionKey } from 'vue';
import type { DrainOutcome } from './drain.ts';
import type { Outbox } from './outbox.ts';
import { emptyStatus } from './reading.ts';

const key: InjectionKey<Outbox> = Symbol('outbox');

/** Gives the app its outbox. */
export const provideOutbox = (app: App, outbox: Outbox): void => void app.provide(key, outbox);

function provided(): Outbox {
  const outbox = inject(key);
  if (!outbox) throw new Error('no outbox is provided');
  return outbox;
}

/** The outbox for components: its verbs, and its state as it changes here or in another tab. @throws Error outside of an app with an outbox */
export function useOutbox() {
  const outbox = provided();
  const status = shallowRef(emptyStatus);
  const sending = shallowRef(false);
  const outcome = shallowRef<DrainOutcome | null>(null);
  onScopeDispose(outbox.subscribe((now) => (status.value = now)));

  /** A person's tap on "send now". */
  async function send(): Promise<void> {
    sending.value = true;
    try {
      outcome.value = await outbox.drain();
    } finally {
      sending.value = false;
    }
  }

  return {
    outbox,
    /** How much is where, and what the last contact taught. */
    status: readonly(status),
    /** Whether a tap is being followed. */
    sending: readonly(sending),
    /** What the last tap came to. */
    outcome: readonly(outcome),
    send,
  };
}
