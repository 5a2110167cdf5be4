import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { DayBook } from './dayBook.ts';
import type { InstalledPack } from './fieldPack.ts';

/** The event and the worker that the tablet is set to. */
export interface FieldChoice {
  eventId: string | null;
  workerId: string | null;
}

interface FieldDb extends DBSchema {
  packs: { key: string; value: InstalledPack };
  choice: { key: 'now'; value: FieldChoice };
  days: { key: string; value: DayBook };
}

let opening: Promise<IDBPDatabase<FieldDb>> | null = null;

/** What field mode keeps on the tablet beside the outbox: packs, what it is set to, and counts. No resident's words are ever here. */
export function fieldDb(): Promise<IDBPDatabase<FieldDb>> {
  const mine = (opening ??= openDB<FieldDb>('torilla-field', 1, {
    upgrade(db) {
      db.createObjectStore('packs');
      db.createObjectStore('choice');
      db.createObjectStore('days');
    },
    blocking: () => letGo(),
    terminated: () => letGo(),
  }));
  // one that failed is not kept: the next may succeed
  mine.catch(() => letGo());
  return mine;
}

function letGo(): void {
  void opening?.then(
    (db) => db.close(),
    () => undefined,
  );
  opening = null;
}
