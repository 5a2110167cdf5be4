import { newId, type Id } from '@torilla/schema/kernel/id';
import type { CaptureKind } from '@torilla/schema/kernel/capture';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import type { Photo } from '@torilla/schema/feedback/feedback';
import type { Copies } from './copies.ts';
import { deviceOf } from './device.ts';
import { LAST, type Drafts } from './drafts.ts';
import { OutboxError } from './errors.ts';
import { finalise, newestRevision, type SealedPhoto } from './finalise.ts';
import { getMeta } from './meta.ts';
import { openPhoto, seal, sealPhoto } from './seal.ts';
import type { Store } from './store.ts';
import { REOPEN } from './timing.ts';

/** What a form hands over for a kind of capture, before its schema has trimmed and defaulted it. */
export type InputOf<K extends CaptureKind> = K['input']['_zod']['input'];

/** A photo as the camera gave it, scaled down and without its place. */
export interface PlainPhoto {
  bytes: ArrayBuffer;
  type: Photo['type'];
}

/** What a capture may bring along. */
export interface CaptureOptions {
  eventId?: Id | null;
  workerId?: Id | null;
  /** Sealed apart and named in the input's `photos`, after those that it names already. */
  photos?: PlainPhoto[];
  /** Minted when the form was opened; then a form sent twice is two revisions of one capture and never two captures. */
  id?: Id;
  /** The least revision that this is, when the caller knows; the next free one is taken. */
  revision?: number;
  /** The drafts that this capture came from: removed by the same transaction. */
  drafts?: readonly string[];
}

/** A capture that is saved. */
export interface Captured {
  id: Id;
  revision: number;
  sequence: number;
  receipt: string;
}

/** The last capture, opened again. Keep `id` in the form's draft and hand it back to `capture`: it becomes the next revision. */
export interface Reopened extends Pick<Captured, 'id' | 'revision'> {
  operation: string;
  version: number;
  input: unknown;
  eventId: Id | null;
  workerId: Id | null;
}

/** Validates, seals and saves. @throws ZodError for the form; OutboxError or StorageError when it could not be saved, and then nothing is written */
export async function capture<K extends CaptureKind>(
  store: Store,
  drafts: Drafts,
  copies: Copies,
  now: () => number,
  kind: K,
  input: InputOf<K>,
  options: CaptureOptions,
): Promise<Captured> {
  const id = options.id ?? newId();
  const [city, device, receipt] = await Promise.all([getMeta(store, 'city'), deviceOf(store), receiptOf(id)]);
  if (!city) throw new OutboxError('no-city-key');
  const sealedPhotos = await Promise.all((options.photos ?? []).map((photo) => sealOne(id, photo)));
  const value = kind.input.parse(
    sealedPhotos.length
      ? withPhotos(
          input,
          sealedPhotos.map((p) => p.photo),
        )
      : input,
  );
  const { eventId = null, workerId = null } = options;
  const fact = { operation: kind.operation, version: kind.version, input: value };
  const capturedAt = new Date(now()).toISOString();
  for (;;) {
    const revision = Math.max(options.revision ?? 1, (await newestRevision(store, id)) + 1);
    const [sealed, last] = await Promise.all([
      seal({ id, revision, payload: fact }, city),
      // what nobody may read is not opened again either
      kind.secret ? null : drafts.encrypt(LAST, { ...fact, id, revision, eventId, workerId } satisfies Reopened),
    ]);
    const unnumbered = { id, revision, eventId, workerId, capturedAt, operation: kind.operation, ...sealed };
    const entry = await drafts.inTurn(() => finalise(store, unnumbered, sealedPhotos, { last, done: [...(options.drafts ?? []), ...(last ? [] : [LAST])] }));
    if (!entry) continue;
    await copies.keep(entry, sealedPhotos, device);
    return { id, revision, sequence: entry.sequence, receipt };
  }
}

/** The last capture, until the next is begun and for five minutes at most; null afterwards. */
export async function reopenLast(drafts: Drafts, now: () => number): Promise<Reopened | null> {
  const last = await drafts.load(LAST);
  if (!last) return null;
  // an age below zero is a clock that jumped: it says nothing, so the time is over
  const age = now() - last.savedAt;
  if (age >= 0 && age < REOPEN) return last.value as Reopened;
  await drafts.drop(LAST);
  return null;
}

/** A photo of a reopened capture, or null when its bytes are gone. */
export async function photoOf(store: Store, captureId: Id, photo: Photo): Promise<Blob | null> {
  const kept = await store.run(['bytes'], 'readonly', (tx) => tx.objectStore('bytes').get([captureId, photo.id]));
  return kept ? new Blob([await openPhoto(kept, photo.key)], { type: photo.type }) : null;
}

async function sealOne(captureId: Id, photo: PlainPhoto): Promise<SealedPhoto & { photo: Photo }> {
  const { bytes, key, sha256 } = await sealPhoto(photo.bytes);
  const id = newId();
  return {
    photo: { id, type: photo.type, bytes: bytes.byteLength, sha256, key },
    attachment: { captureId, id, sha256, size: bytes.byteLength, pending: 1, attempts: 0, dueAt: 0 },
    bytes,
  };
}

function withPhotos(input: unknown, photos: Photo[]): unknown {
  const form = input as { photos?: Photo[] };
  return { ...form, photos: [...(form.photos ?? []), ...photos] };
}
