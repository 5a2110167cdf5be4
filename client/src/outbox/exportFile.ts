import { unsentStates, type Entry } from './entry.ts';
import { OutboxError } from './errors.ts';
import { entryLine, lineFrom, photoLine, readLine, takeLine } from './lines.ts';
import type { Device } from './meta.ts';
import type { Store } from './store.ts';

const FORMAT = 'torilla-outbox 1';
const PIECE = 50;

/** What an import came to. */
export interface Imported {
  /** Entries taken over for delivery. */
  entries: number;
  photos: number;
  /** Entries that were here already. */
  known: number;
  /** Lines that did not arrive whole; everything else of the file was taken. */
  damaged: number;
  /** Whether the file is all of what was exported. */
  complete: boolean;
}

/**
 * All that the city does not have, as a file to carry to another tablet: a line each, with the hash of the line before it, and a
 * last line with the number of lines. The contents are sealed to the city as they lie here, so the file tells a finder no words.
 */
export async function exportQueue(store: Store, device: Device): Promise<Blob> {
  const parts: string[] = [`${FORMAT}\n`];
  let lines = 0;
  const add = async (line: Promise<string>) => {
    parts.push(`${await line}\n`);
    lines++;
  };
  for (const state of unsentStates) {
    for (let after = 0; ;) {
      const entries = await pieceOf(store, state, after);
      for (const entry of entries) await add(entryLine(entry, device));
      const last = entries.at(-1);
      if (!last) break;
      after = last.key;
    }
  }
  const pending = await store.run(['attachments'], 'readonly', (tx) => tx.objectStore('attachments').index('pending').getAll(1));
  for (const photo of pending) {
    const bytes = await store.run(['bytes'], 'readonly', (tx) => tx.objectStore('bytes').get([photo.captureId, photo.id]));
    if (bytes) await add(photoLine(photo, bytes));
  }
  return new Blob([...parts, `${await lineFrom({ lines })}\n`], { type: 'application/x-torilla-outbox' });
}

const pieceOf = (store: Store, state: Entry['state'], after: number): Promise<Entry[]> =>
  store.run(['entries'], 'readonly', async (tx) => {
    const entries: Entry[] = [];
    let at = await tx.objectStore('entries').index('state').openCursor(IDBKeyRange.only(state));
    if (at && at.primaryKey <= after) at = await at.continuePrimaryKey(state, after + 1);
    for (; at && entries.length < PIECE; at = await at.continue()) entries.push(at.value);
    return entries;
  });

/**
 * Takes over what another tablet exported, line by line. The entries keep their number and their device; what is sent twice,
 * by both, is stored once by the city. A damaged line is left out and the rest is saved: this is a rescue.
 * @throws OutboxError `file-unreadable` when it is no such file, or when the storage fails
 */
export async function importQueue(store: Store, file: Blob): Promise<Imported> {
  const [head, ...lines] = (await file.text()).split('\n');
  if (head !== FORMAT) throw new OutboxError('file-unreadable');
  const done: Imported = { entries: 0, photos: 0, known: 0, damaged: 0, complete: false };
  let read = 0;
  for (const text of lines.filter((line) => line !== '')) {
    const line = await readLine(text);
    if (!line) done.damaged++;
    else if ('lines' in line) done.complete = line['lines'] === read && done.damaged === 0;
    else {
      read++;
      const taken = await takeLine(store, line);
      if (taken) done[taken]++;
      else done.damaged++;
    }
  }
  return done;
}
