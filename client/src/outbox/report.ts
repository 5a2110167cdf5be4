import type { DeviceReport } from '@torilla/schema/kernel/capture';
import { unsentStates } from './entry.ts';
import { metaIn } from './meta.ts';
import type { Store } from './store.ts';

/** The contract's limits. The newest events and numbers are told; the city has the older from earlier reports. */
const EVENTS = 50;
const RANGES = 500;

/** What the browser says of its storage; a browser that does not say leaves nulls. */
export async function storageNow(): Promise<{ storageUsed: number | null; storageQuota: number | null; persisted: boolean | null }> {
  const storage = globalThis.navigator?.storage as Partial<StorageManager> | undefined;
  const { usage = null, quota = null } = (await storage?.estimate?.().catch(() => null)) ?? {};
  return { storageUsed: usage, storageQuota: quota, persisted: (await storage?.persisted?.().catch(() => null)) ?? null };
}

/** What this device tells of itself with each contact, counting its own captures only. */
export async function reportOf(store: Store, appVersion: string): Promise<DeviceReport> {
  const storage = await storageNow();
  return store.run(['entries', 'events', 'meta'], 'readonly', async (tx) => {
    const own = tx.objectStore('entries').index('ownByState');
    let unsent = 0;
    let oldestUnsentAt: string | null = null;
    let oldest = Infinity;
    for (const state of unsentStates) {
      const range = IDBKeyRange.bound([state, 0], [state, Infinity]);
      unsent += await own.count(range);
      const first = await own.openCursor(range);
      if (first && first.value.sequence < oldest) ({ sequence: oldest, capturedAt: oldestUnsentAt } = first.value);
    }
    const events: DeviceReport['events'] = [];
    for (let at = await tx.objectStore('events').index('last').openCursor(null, 'prev'); at && events.length < EVENTS; at = await at.continue()) {
      events.push({ eventId: at.value.eventId, made: at.value.made.slice(-RANGES) });
    }
    const ready = await metaIn(tx, 'ready');
    return { made: (await metaIn(tx, 'sequence')) ?? 0, unsent, oldestUnsentAt, ...storage, appVersion, events, ...(ready && { ready }) };
  });
}

/** The report in short, without what changes by itself: equal texts need no second telling. */
export const digestOf = (report: DeviceReport): string =>
  JSON.stringify([report.made, report.unsent, report.oldestUnsentAt, report.persisted, report.appVersion, report.events, report.ready]);
