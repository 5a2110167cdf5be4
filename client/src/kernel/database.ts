import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** iPadOS drops the connection of a page that lay in the background, and a browser that was just killed may not give its files back at once. */
const TRIES = 3;

/** There is no room left, or no lasting storage here (a private window, or it went away and did not come back). Nothing was written. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  constructor(
    readonly code: 'storage-full' | 'storage-unavailable',
    cause?: unknown,
  ) {
    super(code, { cause });
  }
}

/**
 * A database of the browser, opened when first needed and again when the browser took it away.
 * @param upgrades the steps from one version to the next; a released step never changes, for what was kept long ago opens with it
 */
export function createDatabase<S extends DBSchema>(name: string, upgrades: readonly ((db: IDBPDatabase<S>) => void)[]) {
  let opening: Promise<IDBPDatabase<S>> | null = null;
  let closed = false;

  async function openAnew(): Promise<IDBPDatabase<S>> {
    try {
      return await openDB<S>(name, upgrades.length, {
        upgrade: (db, from) => upgrades.slice(from).forEach((step) => step(db)),
        // a newer app in another tab may upgrade: let go
        blocking: () => drop(),
        terminated: () => drop(),
      });
    } catch (error) {
      throw new StorageError(isFull(error) ? 'storage-full' : 'storage-unavailable', error);
    }
  }

  function drop(): void {
    void opening?.then(
      (db) => db.close(),
      () => undefined,
    );
    opening = null;
  }

  return {
    /**
     * Works with the database; again, when the connection was lost meanwhile: a lost transaction wrote nothing. So the work leans on the
     * database alone.
     * @throws StorageError, or what the work throws
     */
    async run<R>(work: (db: IDBPDatabase<S>) => Promise<R>): Promise<R> {
      for (let tries = 1; ; tries++) {
        if (closed) throw new StorageError('storage-unavailable');
        try {
          return await work(await (opening ??= openAnew()));
        } catch (error) {
          if (isFull(error)) throw new StorageError('storage-full', error);
          const lost = isLost(error) ? new StorageError('storage-unavailable', error) : error;
          if (!(lost instanceof StorageError)) throw error;
          drop();
          if (tries === TRIES || lost.code === 'storage-full') throw lost;
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
