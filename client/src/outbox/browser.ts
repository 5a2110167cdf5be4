/** The tag of the Background Sync event that the service worker answers with `syncOutbox`. */
export const SYNC_TAG = 'torilla-outbox';

/** One sender at a time over all tabs. A browser without locks sends without: what two tabs send twice, the city stores once. */
export const browserLocks = (): Locks => {
  const locks: unknown = globalThis.navigator?.locks;
  return (locks as Locks | undefined) ?? { request: (name, _options, work) => work({ name, mode: 'exclusive' }) };
};

/** The one method of the browser's LockManager that is used. */
export interface Locks {
  request<R>(name: string, options: { ifAvailable: boolean }, work: (lock: Lock | null) => Promise<R>): Promise<R>;
}

/** Background Sync, which Chromium has and TypeScript's library does not. */
interface WithSync {
  sync?: { register(tag: string): Promise<void> };
}
/** The badge on the installed app's icon, where there is one. */
interface WithBadge {
  setAppBadge?(count: number): Promise<void>;
}

/** Calls when there may be hope: the network came back, or somebody looks at the app. @returns how to stop */
export function listenToBrowser(wake: (report: boolean) => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const online = () => wake(false);
  const visible = () => document.visibilityState === 'visible' && wake(true);
  addEventListener('online', online);
  document.addEventListener('visibilitychange', visible);
  return () => {
    removeEventListener('online', online);
    document.removeEventListener('visibilitychange', visible);
  };
}

/** Whether the browser says that there is no network. Only a hint: some say so in vain. */
export const saysOffline = (): boolean => globalThis.navigator?.onLine === false;

/** Asks the browser to keep the storage. It may say no: readiness shows it. */
export async function askToPersist(): Promise<void> {
  const storage = globalThis.navigator?.storage as Partial<StorageManager> | undefined;
  await storage?.persist?.().catch(() => false);
}

/** Asks the browser to wake the service worker when there is a network, where it can. */
export async function askForSync(): Promise<void> {
  const workers = globalThis.navigator?.serviceWorker as ServiceWorkerContainer | undefined;
  const registration = (await workers?.getRegistration().catch(() => undefined)) as WithSync | undefined;
  // refused without permission or where it is switched off: the other triggers remain
  await registration?.sync?.register(SYNC_TAG).catch(() => undefined);
}

/** Shows on the icon how much is only here; 0 clears it. */
export function showBadge(count: number): void {
  void (globalThis.navigator as (Navigator & WithBadge) | undefined)?.setAppBadge?.(count).catch(() => undefined);
}
