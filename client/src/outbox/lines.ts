import { SealedCapture } from '@torilla/schema/kernel/capture';
import { Id } from '@torilla/schema/kernel/id';
import { fromBase64url, sha256Hex, toBase64url } from './bytes.ts';
import { envelopeOf } from './envelope.ts';
import type { Attachment, Entry } from './entry.ts';
import type { Device } from './meta.ts';
import type { Store } from './store.ts';

/** An entry as a line that can be taken over elsewhere, under the number and the device that it has; sealed as it lies here. */
export const entryLine = (entry: Omit<Entry, 'key'>, { deviceId, deviceEpoch }: Pick<Device, 'deviceId' | 'deviceEpoch'>): Promise<string> =>
  lineFrom({ entry: { ...envelopeOf(entry), origin: entry.origin ?? { deviceId, deviceEpoch } }, operation: entry.operation });

/** A sealed photo as such a line. */
export const photoLine = ({ captureId, id, sha256, size }: Attachment, bytes: ArrayBuffer): Promise<string> =>
  lineFrom({ photo: { captureId, id, sha256, size }, bytes: toBase64url(new Uint8Array(bytes)) });

/** Anything as a line: the SHA-256 of its JSON, a space, and the JSON. */
export async function lineFrom(value: unknown): Promise<string> {
  const json = JSON.stringify(value);
  return `${await sha256Hex(json)} ${json}`;
}

/** What a line says; null when it did not come whole. */
export async function readLine(text: string): Promise<Record<string, unknown> | null> {
  const json = text.slice(65);
  return (await sha256Hex(json)) === text.slice(0, 64) ? (JSON.parse(json) as Record<string, unknown>) : null;
}

/** Takes over what a line says. @returns null when it says nothing that can be sent @throws StorageError */
export async function takeLine(store: Store, line: Record<string, unknown>): Promise<'entries' | 'photos' | 'known' | null> {
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
