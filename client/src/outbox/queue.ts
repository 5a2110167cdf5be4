import { PUSH_LIMIT } from '@torilla/schema/kernel/capture';
import type { Entry } from './entry.ts';
import type { Store } from './store.ts';
import { isDue } from './timing.ts';

/** The next entries to send, marked as being sent. */
export interface Batch {
  entries: Entry[];
  /** When the first of those passed over is due, in milliseconds by the device's clock; infinite when none was. */
  soonest: number;
}

/**
 * Takes the next entries after `after`, oldest first, within the limits of one push, and writes that they are being sent before
 * anything is. Reads no further than the batch.
 */
export const takeBatch = (store: Store, at: { after: number; now: number; eager: boolean; limit: number }): Promise<Batch> =>
  store.run(['entries'], 'readwrite', async (tx) => {
    const batch: Batch = { entries: [], soonest: Infinity };
    let bytes = 0;
    let cursor = await tx.objectStore('entries').index('state').openCursor(IDBKeyRange.only('ONLY_HERE'));
    if (cursor && cursor.primaryKey <= at.after) cursor = await cursor.continuePrimaryKey('ONLY_HERE', at.after + 1);
    for (; cursor; cursor = await cursor.continue()) {
      const entry = cursor.value;
      if (!at.eager && !isDue(entry.dueAt, at.now)) {
        batch.soonest = Math.min(batch.soonest, entry.dueAt);
        continue;
      }
      bytes += entry.sealed.length;
      const full = batch.entries.length >= at.limit || bytes > PUSH_LIMIT.bytes || entry.alone;
      if (batch.entries.length > 0 && full) break;
      const sending: Entry = { ...entry, state: 'SENDING', attempts: entry.attempts + 1 };
      batch.entries.push(sending);
      await cursor.update(sending);
      if (entry.alone) break;
    }
    return batch;
  });

/** Puts back what was being sent when nothing is known to have arrived: after a fault, or when the sender died. */
export const release = (store: Store, change: Partial<Entry> = {}): Promise<number> => restate(store, 'SENDING', change);

/** Lets the entries be sent again that the city could not take: after an update of the app, or when a person asks. */
export const rescue = (store: Store): Promise<number> => restate(store, 'NEEDS_HELP', { dueAt: 0 });

const restate = (store: Store, from: Entry['state'], change: Partial<Entry>): Promise<number> =>
  store.run(['entries'], 'readwrite', async (tx) => {
    let count = 0;
    for (let cursor = await tx.objectStore('entries').index('state').openCursor(IDBKeyRange.only(from)); cursor; cursor = await cursor.continue(), count++) {
      await cursor.update({ ...cursor.value, ...change, state: 'ONLY_HERE' });
    }
    return count;
  });
