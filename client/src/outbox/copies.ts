import { deviceOf } from './device.ts';
import { unsentStates, type Attachment, type Entry } from './entry.ts';
import type { SealedPhoto } from './finalise.ts';
import { entryLine, photoLine, readLine, takeLine } from './lines.ts';
import { getMeta, setMeta, type Device } from './meta.ts';
import type { Store } from './store.ts';

/** A store of texts by a key, apart from the database: what takes the one leaves the other. */
export interface Shelf {
  put(key: string, text: string): Promise<void>;
  get(key: string): Promise<string | null>;
  delete(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

export type Copies = ReturnType<typeof createCopies>;

/** Under which key the copy of an entry lies. */
export const keyOfEntry = ({ id, revision }: Pick<Entry, 'id' | 'revision'>): string => `${id}/${revision}`;
/** Under which key the copy of a photo lies. */
export const keyOfPhoto = ({ captureId, id }: Pick<Attachment, 'captureId' | 'id'>): string => `${captureId}/photo/${id}`;

/**
 * A second copy of every entry, as sealed as the first and kept as long. Chromium throws a whole database away whose log was torn: a browser that is
 * killed in the middle of a write, begun again, writing on, and begun once more, has nothing left. The copies come back then, under the number and the
 * device that they had. A browser without such a store has no copies, and one that cannot be written stops nobody: the first is on the disk.
 */
export function createCopies(shelf: Shelf | null) {
  const putEntry = async (entry: Omit<Entry, 'key'>, device: Device) => shelf?.put(keyOfEntry(entry), await entryLine(entry, device));
  const putPhoto = async ({ attachment, bytes }: SealedPhoto) => shelf?.put(keyOfPhoto(attachment), await photoLine(attachment, bytes));

  return {
    /** Puts a capture that is saved beside itself. */
    async keep(entry: Omit<Entry, 'key'>, photos: readonly SealedPhoto[], device: Device): Promise<void> {
      // no room, most likely: then the capture stands alone, as it would in a browser without copies, and the next start tries again
      await Promise.allSettled([...photos.map(putPhoto), putEntry(entry, device)]);
    },
    /** Lets go of the copies of what the database has let go of. */
    async drop(keys: readonly string[]): Promise<void> {
      // one that stays is swept at the next start, and what is sent twice is stored once
      await Promise.all(keys.map(async (key) => shelf?.delete(key).catch(() => undefined)));
    },
    /**
     * Looks, once in the life of a database, whether there are copies of what it has not: then it was made anew.
     * @returns how many entries came back @throws StorageError
     */
    async restore(store: Store): Promise<number> {
      const known = await getMeta(store, 'restored');
      if (known !== undefined || !shelf) return known ?? 0;
      let restored = 0;
      for (const key of await shelf.keys()) {
        const line = await readLine((await shelf.get(key)) ?? '');
        if (line && (await takeLine(store, line)) === 'entries') restored++;
      }
      await setMeta(store, 'restored', restored);
      return restored;
    },
    /** Puts a copy of what the city does not have and that has none: whoever saved it died before its copy, or there was no room. @throws StorageError */
    async mend(store: Store): Promise<void> {
      const [device, keys] = await Promise.all([deviceOf(store), shelf?.keys()]);
      const has = new Set(keys);
      const bare = await store.run(['entries', 'attachments'], 'readonly', async (tx) => {
        const byState = tx.objectStore('entries').index('state');
        const entries = await Promise.all(unsentStates.map((state) => byState.getAll(state)));
        const photos = await tx.objectStore('attachments').index('pending').getAll();
        return { entries: entries.flat().filter((entry) => !has.has(keyOfEntry(entry))), photos: photos.filter((photo) => !has.has(keyOfPhoto(photo))) };
      });
      // one at a time: nobody waits for them, and photos are large
      for (const attachment of bare.photos) {
        const bytes = await store.run(['bytes'], 'readonly', (tx) => tx.objectStore('bytes').get([attachment.captureId, attachment.id]));
        if (bytes) await putPhoto({ attachment, bytes });
      }
      for (const entry of bare.entries) await putEntry(entry, device);
    },
    /** Lets go of copies whose entry is gone: whoever let go of it died before this. @throws StorageError */
    async sweep(store: Store): Promise<void> {
      const keys = (await shelf?.keys()) ?? [];
      const kept = await store.run(['entries', 'attachments'], 'readonly', (tx) =>
        Promise.all([tx.objectStore('entries').count(), tx.objectStore('attachments').count()]),
      );
      if (keys.length <= kept[0] + kept[1]) return;
      const gone = await store.run(['entries', 'attachments'], 'readonly', async (tx) => {
        const isGone = await Promise.all(
          keys.map(async (key) => {
            const [capture, second, photo] = key.split('/') as [string, string, string?];
            return photo
              ? (await tx.objectStore('attachments').getKey([capture, photo])) === undefined
              : (await tx
                  .objectStore('entries')
                  .index('item')
                  .getKey([capture, Number(second)])) === undefined;
          }),
        );
        return keys.filter((_, i) => isGone[i]);
      });
      await this.drop(gone);
    },
  };
}
