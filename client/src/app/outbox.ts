import type { App } from 'vue';
import { appVersion } from '../kernel/version.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { provideOutbox } from '../outbox/useOutbox.ts';
import { OUTBOX } from '../outbox/name.ts';

/** @throws StorageError where nothing lasts, as in a private window */
async function open(): Promise<Outbox> {
  const { createOutbox } = await import('../outbox/outbox.ts');
  const outbox = createOutbox({ appVersion });
  await outbox.counts();
  await outbox.start();
  addEventListener('beforeunload', (event) => {
    if (outbox.hasUnsent()) event.preventDefault();
  });
  return outbox;
}

/** Gives the app its outbox. Where one was used before, it is opened without being asked for: something may be waiting to be sent. */
export function startOutbox(app: App): void {
  const load = provideOutbox(app, open);
  const lookAgain = async () => {
    const known = await globalThis.indexedDB?.databases?.();
    if (known?.some((database) => database.name === OUTBOX)) await load();
  };
  // after the page: nobody waits for this
  setTimeout(() => {
    lookAgain().catch(() => undefined);
  }, 2000);
}
