import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Attachment, Draft, Entry, EntryState, EventNumbers } from './entry.ts';
import { OutboxError } from './errors.ts';
import type { Meta } from './meta.ts';

/** The tables of the outbox. */
export interface OutboxDb extends DBSchema {
  entries: {
    key: number;
    value: Entry;
    indexes: { item: [string, number]; own: number; state: EntryState; ownByState: [EntryState, number]; awaiting: number; acknowledgedAt: string };
  };
  attachments: { key: [string, string]; value: Attachment; indexes: { pending: number } };
  /** The sealed bytes of the attachments, under the same keys. */
  bytes: { key: [string, string]; value: ArrayBuffer };
  drafts: { key: string; value: Draft };
  events: { key: string; value: EventNumbers; indexes: { last: number } };
  meta: { key: keyof Meta; value: Meta[keyof Meta] };
}
export type Table = 'entries' | 'attachments' | 'bytes' | 'drafts' | 'events' | 'meta';
export type Transaction<N extends Table[], M extends IDBTransactionMode> = IDBPTransaction<OutboxDb, N, M>;

/** The steps from one version of the database to the next; a released step never changes, for fossil queues open with it. */
const upgrades: ((db: IDBPDatabase<OutboxDb>) => void)[] = [
  function first(db) {
    const entries = db.createObjectStore('entries', { keyPath: 'key', autoIncrement: true });
    entries.createIndex('item', ['id', 'revision'], { unique: true });
    entries.createIndex('own', 'own', { unique: true });
    entries.createIndex('state', 'state');
    entries.createIndex('ownByState', ['state', 'own']);
    entries.createIndex('awaiting', 'awaiting');
    entries.createIndex('acknowledgedAt', 'acknowledgedAt');
    db.createObjectStore('attachments', { keyPath: ['captureId', 'id'] }).createIndex('pending', 'pending');
    db.createObjectStore('bytes');
    db.createObjectStore('drafts', { keyPath: 'slot' });
    db.createObjectStore('events', { keyPath: 'eventId' }).createIndex('last', 'last');
    db.createObjectStore('meta');
  },
];

/** iPadOS drops the connection of a page that lay in the background; a lost transaction wrote nothing and may run again. */
const TRIES = 3;

export type Store = ReturnType<typeof createStore>;

/** The database of the outbox, opened when first needed and again when the browser took it away. */
export function createStore(name: string) {
  let opening: Promise<IDBPDatabase<OutboxDb>> | null = null;
  let closed = false;

  async function openAnew(): Promise<IDBPDatabase<OutboxDb>> {
    try {
      return await openDB<OutboxDb>(name, upgrades.length, {
        upgrade: (db, from) => upgrades.slice(from).forEach((step) => step(db)),
        // a newer app in another tab may upgrade: let go
        blocking: () => drop(),
        terminated: () => drop(),
      });
    } catch (error) {
      throw new OutboxError(isFull(error) ? 'storage-full' : 'storage-unavailable', error);
    }
  }

  function open(): Promise<IDBPDatabase<OutboxDb>> {
    const mine = (opening ??= openAnew());
    // one that failed is not kept: the next may succeed
    mine.catch(() => opening === mine && (opening = null));
    return mine;
  }

  function drop(): void {
    void opening?.then(
      (db) => db.close(),
      () => undefined,
    );
    opening = null;
  }

  async function once<N extends Table[], M extends IDBTransactionMode, R>(tables: N, mode: M, work: (tx: Transaction<N, M>) => Promise<R>): Promise<R> {
    const tx = (await open()).transaction(tables, mode, { durability: 'strict' });
    const done = tx.done.then(
      () => null,
      (error: unknown) => tx.error ?? error,
    );
    let result: R;
    try {
      result = await work(tx);
    } catch (error) {
      try {
        tx.abort();
      } catch {
        // it was over already: its own error says why
      }
      await done;
      throw tx.error ?? error;
    }
    const failure = await done;
    if (failure) throw failure;
    return result;
  }

  return {
    /**
     * Runs one transaction and resolves when it is complete on disk (strict durability), not before; whatever fails, nothing of it is written.
     * The work may run more than once, so it must lean on the database alone.
     * @throws OutboxError `storage-full` or `storage-unavailable`
     */
    async run<N extends Table[], M extends IDBTransactionMode, R>(tables: N, mode: M, work: (tx: Transaction<N, M>) => Promise<R>): Promise<R> {
      for (let tries = 1; ; tries++) {
        if (closed) throw new OutboxError('storage-unavailable');
        try {
          return await once(tables, mode, work);
        } catch (error) {
          if (isFull(error)) throw new OutboxError('storage-full', error);
          if (!isLost(error)) throw error;
          drop();
          if (tries === TRIES) throw new OutboxError('storage-unavailable', error);
        }
      }
    },
    /** Lets the database go, for good. */
    close(): void {
      closed = true;
      drop();
    },
  };
}

const isFull = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError';

// a request made after the browser ended the transaction finds it inactive before it hears why
const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  (['InvalidStateError', 'TransactionInactiveError', 'AbortError', 'UnknownError'].includes(error.name) ||
    error.message.includes('Indexed Database server lost'));
