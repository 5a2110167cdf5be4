import type { Locks } from './browser.ts';
import type { Store } from './store.ts';

/** A page that is loaded again may still hold what it is about to let go, for so many milliseconds. */
const LETTING_GO = 300;

/** Which drafts this tab has open: no two tabs write in one, and each finds what a tab that is gone left behind. */
export function createDraftSlots(store: Store, locks: Locks, name: string) {
  const mine = new Map<string, Promise<string>>();
  let leave = (): void => undefined;
  const gone = new Promise<void>((resolve) => (leave = resolve));

  const take = (slot: string): Promise<boolean> =>
    new Promise((resolve, reject) => {
      locks
        .request(`${name}/draft/${slot}`, { ifAvailable: true }, async (lock) => {
          resolve(lock !== null);
          if (lock) await gone;
        })
        .catch(reject);
    });

  async function claim(base: string): Promise<string> {
    const slots = await store.run(['drafts'], 'readonly', (tx) => tx.objectStore('drafts').getAllKeys());
    const left = slots.filter((slot) => slot === base || slot.startsWith(`${base}~`));
    for (const slot of left) if (await take(slot)) return slot;
    if (left.length) await new Promise((resolve) => setTimeout(resolve, LETTING_GO));
    for (const slot of left) if (await take(slot)) return slot;
    for (let n = 1; ; n++) {
      const slot = n === 1 ? base : `${base}~${n}`;
      if (await take(slot)) return slot;
    }
  }

  return {
    /** The slot of a form of that name that is this tab's as long as it lives: first one in which a draft was left. */
    claim(base: string): Promise<string> {
      const known = mine.get(base);
      if (known) return known;
      const claimed = claim(base);
      mine.set(base, claimed);
      claimed.catch(() => mine.delete(base));
      return claimed;
    },
    /** Lets them go. */
    close: (): void => leave(),
  };
}
