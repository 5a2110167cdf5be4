import { inject, onScopeDispose, readonly, shallowRef, type App, type InjectionKey } from 'vue';
import type { DrainOutcome } from './drain.ts';
import type { Outbox } from './outbox.ts';
import { emptyStatus } from './status.ts';

const key: InjectionKey<() => Promise<Outbox>> = Symbol('outbox');

/**
 * Gives the app its outbox, loaded when a component first asks for it: sealing, checking and storing are no part of the first load.
 * One that could not be loaded is tried again by the next to ask.
 * @returns the same asking, for whoever is no component
 */
export function provideOutbox(app: App, load: () => Promise<Outbox>): () => Promise<Outbox> {
  let loading: Promise<Outbox> | null = null;
  const ask = () => (loading ??= load().catch((error: unknown) => ((loading = null), Promise.reject(error))));
  app.provide(key, ask);
  return ask;
}

/** The outbox for components: its state as it changes here or in another tab, and its verbs once loaded. @throws Error in an app without an outbox */
export function useOutbox() {
  const load = inject(key);
  if (!load) throw new Error('no outbox is provided');
  const outbox = load();
  const status = shallowRef(emptyStatus);
  const counted = shallowRef(false);
  const sending = shallowRef(false);
  const outcome = shallowRef<DrainOutcome | null>(null);
  const unavailable = shallowRef<unknown>(null);
  let gone = false;
  let stop = () => undefined as void;
  onScopeDispose(() => {
    gone = true;
    stop();
  });
  outbox.then(
    (loaded) => {
      if (gone) return;
      stop = loaded.subscribe((now) => {
        status.value = now;
        counted.value = true;
      });
    },
    (error: unknown) => (unavailable.value = error),
  );

  /** A person's tap on "send now". */
  async function send(): Promise<void> {
    sending.value = true;
    try {
      outcome.value = await (await outbox).drain();
    } finally {
      sending.value = false;
    }
  }

  return {
    /** The outbox itself, for `capture`, drafts and the list. */
    outbox,
    /** How much is where, and what the last contact taught. */
    status: readonly(status),
    /** Whether that was counted yet: before, nothing may be said of it. */
    counted: readonly(counted),
    /** Why there is no outbox, if so: most likely a StorageError `storage-unavailable`. */
    unavailable: readonly(unavailable),
    /** Whether a tap is being followed. */
    sending: readonly(sending),
    /** What the last tap came to. */
    outcome: readonly(outcome),
    send,
  };
}
