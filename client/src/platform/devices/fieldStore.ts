import type { PinVerifier } from '@torilla/schema/devices/roster';
import type { DBSchema } from 'idb';
import { createDatabase } from '../../kernel/database.ts';
import type { DayBook } from './dayBook.ts';
import type { InstalledPack } from './fieldPack.ts';
import type { PinTries } from './pin.ts';

/** The event and the worker that the tablet is set to. */
export interface FieldChoice {
  eventId: string | null;
  workerId: string | null;
}

interface FieldDb extends DBSchema {
  packs: { key: string; value: InstalledPack };
  choice: { key: 'now'; value: FieldChoice };
  days: { key: string; value: DayBook };
  /** Wrong tries at PINs. */
  tries: { key: string; value: PinTries };
  /** What PINs that were set on this tablet are known by, by their worker. */
  pins: { key: string; value: PinVerifier };
}

/** What field mode keeps on the tablet beside the outbox: packs, what it is set to, and counts. No resident's words are ever here. */
export const fieldDb = createDatabase<FieldDb>('torilla-field', [
  function first(db) {
    db.createObjectStore('packs');
    db.createObjectStore('choice');
    db.createObjectStore('days');
  },
  function pins(db) {
    db.createObjectStore('tries');
  },
  function ownPins(db) {
    db.createObjectStore('pins');
  },
]);
