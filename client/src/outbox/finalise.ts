import type { Attachment, Draft, Entry, EventNumbers } from './entry.ts';
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
 * by which it can be reopened, and removes the drafts that it came from. What can be asked or written at once is: each way to the disk and back takes time.
 * @returns the entry, or null when another has this id and revision already (seal again as the next)
 */
export const finalise = (
  store: Store,
  sealed: Sealed,
  photos: SealedPhoto[],
  drafts: { last: Draft | null; done: readonly string[] },
): Promise<Omit<Entry, 'key'> | null> =>
  store.run(['entries', 'attachments', 'bytes', 'drafts', 'events', 'meta'], 'readwrite', async (tx) => {
    const entries = tx.objectStore('entries');
    const events = tx.objectStore('events');
    const [known, given, contact, event] = await Promise.all([
      entries.index('item').get([sealed.id, sealed.revision]),
      metaIn(tx, 'sequence'),
      metaIn(tx, 'contact'),
      sealed.eventId ? events.get(sealed.eventId) : undefined,
    ]);
    // the same sealed text is this very call, whose transaction completed although the browser said that it was lost
    if (known) return known.sha256 === sealed.sha256 ? known : null;
    const sequence = (given ?? 0) + 1;
    const entry: Omit<Entry, 'key'> = {
      ...sealed,
      sequence,
      own: sequence,
      clockOffsetMs: contact?.clockOffsetMs ?? null,
      origin: null,
      state: 'ONLY_HERE',
      code: null,
      reason: null,
      attempts: 0,
      dueAt: 0,
      alone: false,
    };
    const writes: (() => Promise<unknown>)[] = [
      () => entries.add(entry as Entry),
      ...photos.flatMap(({ attachment, bytes }) => [
        () => tx.objectStore('attachments').put(attachment),
        () => tx.objectStore('bytes').put(bytes, [attachment.captureId, attachment.id]),
      ]),
      ...(drafts.last ? [drafts.last] : []).map((last) => () => tx.objectStore('drafts').put(last)),
      ...drafts.done.map((slot) => () => tx.objectStore('drafts').delete(slot)),
      () => tx.objectStore('meta').put(sequence, 'sequence'),
    ];
    const { eventId } = sealed;
    if (eventId) writes.push(() => events.put({ eventId, made: withNumber(event?.made ?? [], sequence), last: sequence }));
    // one that cannot even be asked for fails the transaction as one that is refused does
    await Promise.all(writes.map(async (write) => write()));
    return entry;
  });

/** The ranges with the next number in them. */
function withNumber(made: EventNumbers['made'], sequence: number): EventNumbers['made'] {
  const last = made.at(-1);
  return last?.to === sequence - 1 ? [...made.slice(0, -1), { ...last, to: sequence }] : [...made, { from: sequence, to: sequence }];
}
