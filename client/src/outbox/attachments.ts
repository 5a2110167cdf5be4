import { signedChunkText } from '@torilla/schema/kernel/capture';
import { sign } from './device.ts';
import { deliveredStates, type Attachment } from './entry.ts';
import type { Device } from './meta.ts';
import type { Store } from './store.ts';
import { backoff, isDue } from './timing.ts';
import { NotDelivered, type Transport } from './transport.ts';

/** Bytes of one request: what a poor network gets through before it breaks. */
const CHUNK = 256 * 1024;

/** Sends the photos whose words arrived, one after another, each from the last byte that the city confirmed. @returns when the next is due */
export async function sendAttachments(at: {
  store: Store;
  transport: Transport;
  device: Device;
  now: () => number;
  eager: boolean;
  onSent: () => void;
}): Promise<number> {
  let soonest = Infinity;
  let after: [string, string] | null = null;
  for (;;) {
    const next: Attachment | null = await nextPending(at.store, after);
    if (!next) return soonest;
    after = [next.captureId, next.id];
    if (!at.eager && !isDue(next.dueAt, at.now())) {
      soonest = Math.min(soonest, next.dueAt);
      continue;
    }
    try {
      await sendOne(at.transport, at.device, next, await bytesOf(at.store, next));
      await mark(at.store, next, {});
    } catch (error) {
      // one that the city refuses waits; the others go on
      if (!(error instanceof NotDelivered) || error.fault !== 'refused') throw error;
      const attempts = next.attempts + 1;
      const dueAt = at.now() + (error.retryAfterMs ?? backoff(attempts));
      soonest = Math.min(soonest, dueAt);
      await mark(at.store, next, { pending: 1, attempts, dueAt });
    }
    at.onSent();
  }
}

/** The next photo after a key whose words the city has. One at a time: photos are large. */
const nextPending = (store: Store, after: [string, string] | null): Promise<Attachment | null> =>
  store.run(['attachments', 'entries'], 'readonly', async (tx) => {
    const attachments = tx.objectStore('attachments');
    let cursor = await attachments.index('pending').openKeyCursor(IDBKeyRange.only(1));
    if (cursor && after && indexedDB.cmp(cursor.primaryKey, after) < 0) cursor = await cursor.continuePrimaryKey(1, after);
    for (; cursor; cursor = await cursor.continue()) {
      const key = cursor.primaryKey;
      if (after && indexedDB.cmp(key, after) <= 0) continue;
      const words = await tx
        .objectStore('entries')
        .index('item')
        .getAll(IDBKeyRange.bound([key[0], 0], [key[0], Infinity]));
      if (words.some((entry) => deliveredStates.some((state) => state === entry.state))) return (await attachments.get(key)) ?? null;
    }
    return null;
  });

/** @throws Error when the bytes are not there, which no transaction of ours leaves behind */
async function bytesOf(store: Store, photo: Attachment): Promise<ArrayBuffer> {
  const bytes = await store.run(['bytes'], 'readonly', (tx) => tx.objectStore('bytes').get([photo.captureId, photo.id]));
  if (!bytes) throw new Error('an attachment without bytes');
  return bytes;
}

async function sendOne(transport: Transport, device: Device, photo: Attachment, bytes: ArrayBuffer): Promise<void> {
  const total = photo.size;
  const request = async (method: 'HEAD' | 'PUT', offset: number) => {
    const url = `/attachments/${photo.captureId}/${photo.id}?offset=${offset}&total=${total}`;
    const text = signedChunkText({ captureId: photo.captureId, attachmentId: photo.id, deviceId: device.deviceId, offset, sha256: photo.sha256 });
    const headers = { 'x-torilla-device': device.deviceId, 'x-torilla-signature': await sign(device, text), 'x-torilla-sha256': photo.sha256 };
    return transport.chunk(method, url, headers, method === 'PUT' ? bytes.slice(offset, offset + CHUNK) : null);
  };
  let confirmed = (await request('HEAD', 0)) ?? 0;
  while (confirmed < total) {
    const now: number = (await request('PUT', confirmed)) ?? (await request('HEAD', 0)) ?? 0;
    // the city did not keep the chunk: no use in offering it again at once
    if (now <= confirmed) throw new NotDelivered('refused');
    confirmed = now;
  }
}

const mark = (store: Store, photo: Attachment, change: Partial<Attachment>): Promise<void> =>
  store.run(['attachments'], 'readwrite', async (tx) => {
    const kept = await tx.objectStore('attachments').get([photo.captureId, photo.id]);
    if (!kept) return;
    const { pending: _pending, ...rest } = kept;
    await tx.objectStore('attachments').put({ ...rest, ...change });
  });
