import type { Shelf } from '../copies.ts';

/** A shelf in memory, which may be full. */
export function aShelf(): Shelf & { texts: Map<string, string>; full: boolean } {
  const texts = new Map<string, string>();
  return {
    texts,
    full: false,
    async put(key, text) {
      if (this.full) throw new DOMException('', 'QuotaExceededError');
      texts.set(key, text);
    },
    get: async (key) => texts.get(key) ?? null,
    delete: async (key) => void texts.delete(key),
    keys: async () => [...texts.keys()],
  };
}
