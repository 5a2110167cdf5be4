import { SealedCapture } from '@torilla/schema/kernel/capture';
import { Id } from '@torilla/schema/kernel/id';
import { fromBase64url, sha256Hex, toBase64url } from './bytes.ts';
import { envelopeOf } from './drain.ts';
import { unsentStates, type Attachment, type Entry } from './entry.ts';
import { OutboxError } from './errors.ts';
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
  const add = async (line: unknown) => {
    const json = JSON.stringify(line);
    parts.push(`${await sha256Hex(json)} ${json}\n`);
    lines++;
  };
  const origin = { deviceId: device.deviceId, deviceEpoch: device.deviceEpoch };
  for (const state of unsentStates) {
    for (let after = 0; ;) {
      const entries = await pieceOf(store, state, after);
      for (const entry of entries) await add({ entry: { ...envelopeOf(entry), origin: entry.origin ?? origin }, operation: entry.operation });
      const last = entries.at(-1);
      if (!last) break;
      after = last.key;
    }
  }
  const pending = await store.run(['attachments'], 'readonly', (tx) => tx.objectStore('attachments').index('pending').getAll(1));
  for (const { captureId, id, sha256, size } of pending) {
    const bytes = await store.run(['bytes'], 'readonly', (tx) => tx.objectStore('bytes').get([captureId, id]));
    if (bytes) await add({ photo: { captureId, id, sha256, size }, bytes: toBase64url(new Uint8Array(bytes)) });
  }
  const end = JSON.stringify({ lines });
  return new Blob([...parts, `${await sha256Hex(end)} ${end}\n`], { type: 'application/x-torilla-outbox' });
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
    const line = await lineOf(text);
    if (!line) done.damaged++;
    else if ('lines' in line) done.complete = line['lines'] === read && done.damaged === 0;
    else {
      read++;
      const taken = await takeOver(store, line);
      if (taken) done[taken]++;
      else done.damaged++;
    }
  }
  return done;
}

async function lineOf(text: string): Promise<Record<string, unknown> | null> {
  const json = text.slice(65);
  return (await sha256Hex(json)) === text.slice(0, 64) ? (JSON.parse(json) as Record<string, unknown>) : null;
}

async function takeOver(store: Store, line: Record<string, unknown>): Promise<'entries' | 'photos' | 'known' | null> {
  const entry = SealedCapture.safeParse(line['entry']).data;
  if (entry) return (await sha256Hex(entry.sealed)) === entry.sha256 ? takeEntry(store, entry, String(line['operation'])) : null;
  const photo = line['photo'] as Partial<Attachment> | undefined;
  const [captureId, id] = [Id.safeParse(photo?.captureId).data, Id.safeParse(photo?.id).data];
  if (!captureId || !id || typeof line['bytes'] !== 'string') return null;
  const bytes = fromBase64url(line['bytes']).buffer;
  const sha256 = await sha256Hex(bytes);
  return sha256 === photo?.sha256 ? takePhoto(store, { captureId, id, sha256, size: bytes.byteLength, pending: 1, attempts: 0, dueAt: 0 }, bytes) : null;
}

const takeEntry = (store: Store, sealed: SealedCapture, operation: string): Promise<'entries' | 'known'> =>
  store.run(['entries'], 'readwrite', async (tx) => {
    const entries = tx.objectStore('entries');
    if (await entries.index('item').getKey([sealed.id, sealed.revision])) return 'known';
    const entry: Omit<Entry, 'key'> = { ...sealed, operation, state: 'ONLY_HERE', code: null, reason: null, attempts: 0, dueAt: 0, alone: false };
    await entries.add(entry as Entry);
    return 'entries';
  });

const takePhoto = (store: Store, photo: Attachment, bytes: ArrayBuffer): Promise<'photos' | 'known'> =>
  store.run(['attachments', 'bytes'], 'readwrite', async (tx) => {
    const key: [string, string] = [photo.captureId, photo.id];
    if (await tx.objectStore('attachments').getKey(key)) return 'known';
    await tx.objectStore('attachments').put(photo);
    await tx.objectStore('bytes').put(bytes, key);
    return 'photos';
  });
