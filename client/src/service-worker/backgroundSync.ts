import { appVersion } from '../kernel/version.ts';
import { SYNC_TAG, syncOutbox } from '../outbox/workerSync.ts';

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

/** Sends what the outbox holds when the browser says that there is a network again, the app open or not. */
export const backgroundSync = (worker: ServiceWorkerGlobalScope): void =>
  worker.addEventListener('sync', (event) => {
    const { tag, waitUntil } = event as SyncEvent;
    // a refusal tells the browser to try again later
    if (tag === SYNC_TAG) waitUntil.call(event, syncOutbox({ appVersion }));
  });
