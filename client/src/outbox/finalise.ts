import type { Attachment, Draft, Entry } from './entry.ts';
import { metaIn } from './meta.ts';
import type { Store } from './store.ts';

/** A capture that is sealed and lacks only its number. */
export type Sealed = Pick<Entry, 'id' | 'revision' | 'eventId' | 'workerId' | 'capturedAt' | 'sha256' | 'sealed' | 'operation'>;

/** A photo to be saved with its capture. */
export interface SealedPhoto {
  attachment: Attachment;
  bytes: ArrayBuffer;
}

/** The newest revision of a capture on this device; 0 when there is none. */
export const newestRevision = (store: Store, id: string): Promise<number> =>
  store.run(['entries'], 'readonly', async (tx) => {
    const newest = await tx
      .objectStore('entries')
      .index('item')
      .openKeyCursor(IDBKeyRange.bound([id, 0], [id, Infinity]), 'prev');
    return newest ? newest.key[1] : 0;
  });

/**
 * The moment at which a capture is saved: one transaction takes the device's next number and writes the entry, its photos, the draft
 * by which it can be reopened, and removes the draft that it came from.
 * @returns its number, or null when another entry has this id and revision already (seal again as the next)
 */
export const finalise = (store: Store, sealed: Sealed, photos: SealedPhoto[], drafts: { last: Draft; done: string | null }): Promise<number | null> =>
  store.run(['entries', 'attachments', 'bytes', 'drafts', 'events', 'meta'], 'readwrite', async (tx) => {
    const entries = tx.objectStore('entries');
    const known = await entries.index('item').get([sealed.id, sealed.revision]);
    // the same sealed text is this very call, whose transaction completed although the browser said that it was lost
    if (known) return known.sha256 === sealed.sha256 ? known.sequence : null;
    const sequence = ((await metaIn(tx, 'sequence')) ?? 0) + 1;
    const entry: Omit<Entry, 'key'> = {
      ...sealed,
      sequence,
      own: sequence,
      clockOffsetMs: (await metaIn(tx, 'contact'))?.clockOffsetMs ?? null,
      origin: null,
      state: 'ONLY_HERE',
      code: null,
      reason: null,
      attempts: 0,
      dueAt: 0,
      alone: false,
    };
    await entries.add(entry as Entry);
    for (const { attachment, bytes } of photos) {
      await tx.objectStore('attachments').put(attachment);
      await tx.objectStore('bytes').put(bytes, [attachment.captureId, attachment.id]);
    }
    if (sealed.eventId) {
      const events = tx.objectStore('events');
      const made = (await events.get(sealed.eventId))?.made ?? [];
      const last = made.at(-1);
      if (last && last.to === sequence - 1) last.to = sequence;
      else made.push({ from: sequence, to: sequence });
      await events.put({ eventId: sealed.eventId, made, last: sequence });
    }
    await tx.objectStore('drafts').put(drafts.last);
    if (drafts.done) await tx.objectStore('drafts').delete(drafts.done);
    await tx.objectStore('meta').put(sequence, 'sequence');
    return sequence;
  });
