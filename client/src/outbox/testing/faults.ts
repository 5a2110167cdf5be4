/** Where the database is made to fail: at the n-th write from now on, as a full disk, a dying process or a dropped connection would. */
export type FaultKind = 'quota at the write' | 'quota at the end' | 'abort' | 'lost';

/** Fake IndexedDB's own way to end a transaction with an error of the browser. */
interface Abortable {
  _abort(errorName: string | null): void;
}

const errors = {
  quota: () => new DOMException('full', 'QuotaExceededError'),
  lost: () => new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError'),
};

/** Injects a fault at the n-th write, once or from there on. @returns how to stop, and whether it struck */
export function faultAtWrite(n: number, kind: FaultKind, { once }: { once: boolean }) {
  const methods = ['put', 'add', 'delete', 'clear'] as const;
  const genuine = methods.map((method) => [method, IDBObjectStore.prototype[method]] as const);
  let writes = 0;
  let struck = 0;
  for (const [method, original] of genuine) {
    IDBObjectStore.prototype[method] = function (this: IDBObjectStore, ...args: never[]) {
      writes++;
      if (writes !== n && (once || writes < n)) return Reflect.apply(original, this, args) as never;
      struck++;
      if (kind === 'quota at the write') throw errors.quota();
      if (kind === 'lost') throw errors.lost();
      const request = Reflect.apply(original, this, args) as never;
      (this.transaction as unknown as Abortable)._abort(kind === 'abort' ? null : 'QuotaExceededError');
      return request;
    };
  }
  return {
    stop: () => genuine.forEach(([method, original]) => (IDBObjectStore.prototype[method] = original as never)),
    struck: () => struck,
  };
}

/** The next transactions cannot begin, as when the browser closed the database of a page in the background. */
export function loseConnection(times: number, kind: 'closed' | 'lost'): () => void {
  const original = IDBDatabase.prototype.transaction;
  let left = times;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<IDBDatabase['transaction']>) {
    if (left-- > 0) throw kind === 'lost' ? errors.lost() : new DOMException('The database connection is closing.', 'InvalidStateError');
    return original.apply(this, args);
  };
  return () => (IDBDatabase.prototype.transaction = original);
}
