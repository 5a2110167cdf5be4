import { newId } from '@torilla/schema/kernel/id';
import { StorageError } from '../kernel/database.ts';
import { seal } from './seal.ts';
import type { Store } from './store.ts';
import { statusOf } from './reading.ts';
import { getMeta } from './meta.ts';
import { storageNow } from './report.ts';

/** Room that a day at the square may need, photos included, in bytes. */
const ROOM = 200 * 1024 * 1024;
/** A clock this wrong, in milliseconds, is worth a word. */
const CLOCK = 2 * 60 * 1000;

/** One thing that must be right before a tablet goes to the square. A value of null was not told by the browser. */
export interface ReadinessCheck {
  name: 'storage' | 'room' | 'persisted' | 'city-key' | 'sealing' | 'clock' | 'enrolled';
  ok: boolean;
  /** What was found: bytes free, milliseconds off, the name that the city knows the device by, or a problem's code. */
  found: string | number | boolean | null;
}

/** Tries out what capturing needs, the evening before: writes and reads back, seals, and looks at the rest. Never throws. */
export async function readinessOf(store: Store): Promise<ReadinessCheck[]> {
  const written = await writesAndReads(store);
  if (written !== null) return [{ name: 'storage', ok: false, found: written }];
  const [status, storage, sealed] = await Promise.all([statusOf(store), storageNow(), seals(store)]);
  const free = storage.storageQuota === null ? null : storage.storageQuota - (storage.storageUsed ?? 0);
  return [
    { name: 'storage', ok: true, found: null },
    { name: 'room', ok: free === null || free >= ROOM, found: free },
    { name: 'persisted', ok: storage.persisted === true, found: storage.persisted },
    { name: 'city-key', ok: status.ready, found: status.ready },
    { name: 'sealing', ok: sealed, found: sealed },
    { name: 'clock', ok: status.clockOffsetMs !== null && Math.abs(status.clockOffsetMs) <= CLOCK, found: status.clockOffsetMs },
    { name: 'enrolled', ok: status.enrolment?.kind === 'TABLET' && status.problem === null, found: status.problem ?? status.enrolment?.name ?? null },
  ];
}

/** @returns null when it works, or the problem's code */
async function writesAndReads(store: Store): Promise<string | null> {
  const probe = crypto.getRandomValues(new Uint8Array(64 * 1024));
  try {
    await store.run(['meta'], 'readwrite', async (tx) => void (await tx.objectStore('meta').put(probe.buffer, 'probe')));
    const back = await getMeta(store, 'probe');
    await store.run(['meta'], 'readwrite', (tx) => tx.objectStore('meta').delete('probe'));
    return back && new Uint8Array(back).every((byte, i) => byte === probe[i]) ? null : 'storage-unavailable';
  } catch (error) {
    return error instanceof StorageError ? error.code : 'storage-unavailable';
  }
}

async function seals(store: Store): Promise<boolean> {
  const city = await getMeta(store, 'city');
  if (!city) return false;
  return seal({ id: newId(), revision: 1, payload: { operation: 'readiness', version: 1, input: null } }, city).then(
    () => true,
    () => false,
  );
}
