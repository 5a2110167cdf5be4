import { canonicalJson } from './bytes.ts';
import type { Draft } from './entry.ts';
import { getMeta, metaIn } from './meta.ts';
import type { Store } from './store.ts';

/** The slot of the last capture's draft; forms name theirs after themselves. */
export const LAST = '#last';

const AES = { name: 'AES-GCM', length: 256 } as const;

export type Drafts = ReturnType<typeof createDrafts>;

/** Drafts under a key that never leaves the browser. One after another, so that an older autosave never lands on a newer. */
export function createDrafts(store: Store, now: () => number) {
  let tail: Promise<unknown> = Promise.resolve();
  function inTurn<R>(work: () => Promise<R>): Promise<R> {
    const turn = tail.then(work, work);
    tail = turn.catch(() => undefined);
    return turn;
  }

  async function encrypt(slot: string, value: unknown): Promise<Draft> {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(canonicalJson(value));
    const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(slot) }, await draftKey(store), plain);
    return { slot, nonce, bytes, savedAt: now() };
  }

  return {
    encrypt,
    /** Runs after the drafts that are being saved, and before those that come. */
    inTurn,
    /** Saves a form as it stands. Beginning one ends the time in which the last capture can be reopened. */
    save: (slot: string, value: unknown): Promise<void> =>
      inTurn(async () => {
        const draft = await encrypt(slot, value);
        await store.run(['drafts'], 'readwrite', async (tx) => {
          await tx.objectStore('drafts').put(draft);
          await tx.objectStore('drafts').delete(LAST);
        });
      }),
    /** The draft in a slot with the moment it was saved, or null when there is none that this device can still read. */
    load: (slot: string): Promise<{ value: unknown; savedAt: number } | null> =>
      inTurn(async () => {
        const draft = await store.run(['drafts'], 'readonly', (tx) => tx.objectStore('drafts').get(slot));
        if (!draft) return null;
        const plain = await crypto.subtle
          .decrypt({ name: 'AES-GCM', iv: draft.nonce, additionalData: new TextEncoder().encode(slot) }, await draftKey(store), draft.bytes)
          // written by another tab while this one wiped: its key is gone
          .catch(() => null);
        return plain && { value: JSON.parse(new TextDecoder().decode(plain)) as unknown, savedAt: draft.savedAt };
      }),
    /** Whether anything was written that is not sent: the last capture is. */
    any: (): Promise<boolean> =>
      inTurn(() => store.run(['drafts'], 'readonly', async (tx) => (await tx.objectStore('drafts').getAllKeys()).some((slot) => slot !== LAST))),
    drop: (slot: string): Promise<void> => inTurn(() => store.run(['drafts'], 'readwrite', (tx) => tx.objectStore('drafts').delete(slot))),
    /** Hand-over: every draft goes, and the key with them, so that what the disk still holds of them stays unreadable. */
    wipe: (): Promise<void> =>
      inTurn(async () => {
        const key = await newKey();
        await store.run(['drafts', 'meta'], 'readwrite', async (tx) => {
          await tx.objectStore('drafts').clear();
          await tx.objectStore('meta').put(key, 'draftKey');
        });
      }),
  };
}

const newKey = (): Promise<CryptoKey> => crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']);

async function draftKey(store: Store): Promise<CryptoKey> {
  const known = await getMeta(store, 'draftKey');
  if (known) return known;
  const minted = await newKey();
  return store.run(['meta'], 'readwrite', async (tx) => {
    const first = await metaIn(tx, 'draftKey');
    if (!first) await tx.objectStore('meta').put(minted, 'draftKey');
    return first ?? minted;
  });
}
