import type { Attachment, Entry } from './entry.ts';
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
  return {
    /** Puts a capture that is saved beside itself. */
    async keep(entry: Omit<Entry, 'key'>, photos: readonly SealedPhoto[], device: Device): Promise<void> {
      if (!shelf) return;
      const lines = [
        ...photos.map(async ({ attachment, bytes }) => shelf.put(keyOfPhoto(attachment), await photoLine(attachment, bytes))),
        entryLine(entry, device).then((line) => shelf.put(keyOfEntry(entry), line)),
      ];
      // no room, most likely: then the capture stands alone, as it would in a browser without copies
      await Promise.allSettled(lines);
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
