import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { createDatabase } from '../kernel/database.ts';
import type { Attachment, Draft, Entry, EntryState, EventNumbers } from './entry.ts';
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

export type Store = ReturnType<typeof createStore>;

/** The database of the outbox. */
export function createStore(name: string) {
  const database = createDatabase(name, upgrades);

  async function once<N extends Table[], M extends IDBTransactionMode, R>(
    db: IDBPDatabase<OutboxDb>,
    tables: N,
    mode: M,
    work: (tx: Transaction<N, M>) => Promise<R>,
  ): Promise<R> {
    const tx = db.transaction(tables, mode, { durability: 'strict' });
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
     * @throws StorageError
     */
    run: <N extends Table[], M extends IDBTransactionMode, R>(tables: N, mode: M, work: (tx: Transaction<N, M>) => Promise<R>): Promise<R> =>
      database.run((db) => once(db, tables, mode, work)),
    close: database.close,
  };
}
