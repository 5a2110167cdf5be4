import { browserLocks, SYNC_TAG, type Locks } from './browser.ts';
import { createChanges } from './changes.ts';
import { createCopies, type Shelf } from './copies.ts';
import { createDrain } from './drain.ts';
import { OutboxError } from './errors.ts';
import { OUTBOX } from './name.ts';
import { browserShelf } from './shelf.ts';
import { createStore } from './store.ts';
import { createTransport, type Fetch } from './transport.ts';

export { OUTBOX, SYNC_TAG };

/** What the service worker may replace. */
export interface SyncOptions {
  appVersion: string;
  fetch?: Fetch;
  now?: () => number;
  databaseName?: string;
  locks?: Locks;
  /** Where second copies lie; the browser's Cache Storage unless told. */
  shelf?: Shelf | null;
}

/**
 * Sends what is left, for a `sync` event: waits for the lock, for the tab that holds it may die, and ignores every wait,
 * for the browser does not wake the worker often. Entries are sealed, so no login is needed.
 * @throws OutboxError `unsent-left` while anything is left, or the browser would forget the tag
 */
export async function syncOutbox(options: SyncOptions): Promise<void> {
  const name = options.databaseName ?? OUTBOX;
  const store = createStore(name);
  const changes = createChanges(name);
  try {
    const drain = createDrain({
      store,
      copies: createCopies(options.shelf === undefined ? browserShelf(name) : options.shelf),
      transport: createTransport(options.fetch ?? ((url, init) => fetch(url, init))),
      locks: options.locks ?? browserLocks(),
      lock: name,
      now: options.now ?? Date.now,
      appVersion: options.appVersion,
      onChange: changes.tell,
    });
    const { unsent, fault } = await drain.run({ wait: true, eager: true });
    if (unsent > 0) throw new OutboxError('unsent-left', fault);
  } finally {
    changes.close();
    store.close();
  }
}
