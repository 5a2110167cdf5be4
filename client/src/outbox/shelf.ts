import type { Shelf } from './copies.ts';

const PATH = '/outbox-copy/';

/** The browser's Cache Storage as a shelf: files of its own, apart from IndexedDB's. Null where there is none. What lies there is sealed. */
export function browserShelf(name: string): Shelf | null {
  const storage = globalThis.caches as CacheStorage | undefined;
  if (!storage) return null;
  const open = () => storage.open(`${name}-copies`);
  return {
    put: async (key, text) => (await open()).put(PATH + key, new Response(text)),
    get: async (key) => (await (await open()).match(PATH + key))?.text() ?? null,
    delete: async (key) => void (await (await open()).delete(PATH + key)),
    keys: async () => (await (await open()).keys()).map(({ url }) => new URL(url).pathname.slice(PATH.length)),
  };
}
