import type { DeviceKey } from '@torilla/schema/devices/devices';
import { ROSTER_WINDOW_MINUTES, rosterText, type AskRoster } from '@torilla/schema/devices/roster';
import { PushCaptures, signedText, toRanges, type ItemResult, type PushAnswer, type SealedCapture } from '@torilla/schema/kernel/capture';
import { newId } from '@torilla/schema/kernel/id';
import type { ProblemCode } from '@torilla/schema/kernel/problem';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { fromBase64url, sha256Hex } from '../bytes.ts';

/** What the city stores of an item. */
export interface Stored extends SealedCapture {
  deviceId: string;
  deviceEpoch: string;
}

/** What the city says instead of an answer. */
export class Refusal extends Error {
  constructor(readonly code: ProblemCode) {
    super(code);
  }
}

interface Books {
  rows: Map<string, Stored>;
  devices: Map<string, { key: DeviceKey; kind: 'TABLET' | 'PUBLIC'; name: string }>;
  photos: Map<string, { total: number; bytes: Uint8Array<ArrayBuffer> }>;
}

/** A reference model of the inbox: the other party of the protocol, in the fewest words. */
export function anInbox(now: () => number) {
  let books: Books = { rows: new Map(), devices: new Map(), photos: new Map() };
  let epoch = newId();
  let reports: PushCaptures['report'][] = [];
  const tombstones = new Set<string>();

  async function judge(item: SealedCapture, push: PushCaptures): Promise<Omit<ItemResult, 'id' | 'revision'>> {
    const scripted = inbox.script(item, push);
    if (scripted) return scripted;
    if (tombstones.has(item.id)) return { code: 'TOMBSTONED' };
    if ((await sha256Hex(item.sealed)) !== item.sha256) return { code: 'HASH_MISMATCH' };
    const key = `${item.id} ${item.revision}`;
    const known = books.rows.get(key);
    const receipt = await receiptOf(item.id);
    if (known) return { code: known.sha256 === item.sha256 ? 'DUPLICATE' : 'CONFLICT', receipt };
    books.rows.set(key, { ...item, deviceId: item.origin?.deviceId ?? push.deviceId, deviceEpoch: item.origin?.deviceEpoch ?? push.deviceEpoch });
    return { code: 'ACCEPTED', receipt };
  }

  const inbox = {
    /** A scripted result for an item, which is then not stored unless the script does so; null for the usual. */
    script: (_item: SealedCapture, _push: PushCaptures): Omit<ItemResult, 'id' | 'revision'> | null => null,
    get rows() {
      return books.rows;
    },
    get photos() {
      return books.photos;
    },
    get reports() {
      return reports;
    },
    get epoch() {
      return epoch;
    },
    forgetDevices: () => books.devices.clear(),
    forget: (key: string) => books.rows.delete(key),
    erase: (id: string) => tombstones.add(id),

    rename: (name: string) => books.devices.forEach((device) => (device.name = name)),
    enrol(deviceId: string, key: DeviceKey, kind: 'TABLET' | 'PUBLIC'): { id: string; name: string; kind: string } {
      books.devices.set(deviceId, { key, kind, name: kind === 'TABLET' ? 'Tabletti 1' : 'Selain' });
      return { id: deviceId, name: books.devices.get(deviceId)!.name, kind };
    },

    /** A backup of this moment, and what puts it back: the epoch changes then. */
    backup(): { at: number; restore: () => void } {
      const copy = (b: Books): Books => ({ rows: new Map(b.rows), devices: new Map(b.devices), photos: new Map(b.photos) });
      const saved = copy(books);
      return {
        at: now(),
        restore: () => {
          books = copy(saved);
          epoch = newId();
        },
      };
    },

    /** @throws Refusal */
    async push(input: unknown): Promise<PushAnswer> {
      const push = PushCaptures.parse(input);
      const device = books.devices.get(push.deviceId);
      if (!device) throw new Refusal('device-unknown');
      if (!(await verified(device.key, signedText(push), push.signature))) throw new Refusal('signature-invalid');
      reports.push(push.report);
      const results: ItemResult[] = [];
      for (const item of push.items) results.push({ id: item.id, revision: item.revision, ...(await judge(item, push)) });
      const have = new Set(
        [...books.rows.values()].filter((row) => row.deviceId === push.deviceId && row.deviceEpoch === push.deviceEpoch).map((row) => row.sequence),
      );
      const missing = toRanges(Array.from({ length: push.report.made }, (_, i) => i + 1).filter((n) => !have.has(n)));
      const receivedThrough = (missing[0]?.from ?? push.report.made + 1) - 1;
      return { requestId: push.requestId, serverEpoch: epoch, serverTime: new Date(now()).toISOString(), results, receivedThrough, missing };
    },

    /** Who staffs the event: one worker, told to a tablet that signed just now. @throws Refusal */
    async roster({ signature, ...asked }: AskRoster) {
      const device = books.devices.get(asked.deviceId);
      if (device?.kind !== 'TABLET') throw new Refusal('device-unknown');
      if (!(await verified(device.key, rosterText(asked), signature))) throw new Refusal('signature-invalid');
      if (Math.abs(now() - Date.parse(asked.sentAt)) > ROSTER_WINDOW_MINUTES * 60_000) throw new Refusal('signature-stale');
      return { requestId: asked.requestId, deviceName: device.name, workers: [{ id: asked.eventId, displayName: 'Mirja K.', pin: null }] };
    },

    /** Bytes of a photo confirmed so far, after those that come with a PUT. */
    takeChunk(key: string, offset: number, total: number, body: Uint8Array | null): number {
      const photo = books.photos.get(key) ?? { total, bytes: new Uint8Array(0) };
      if (body && offset === photo.bytes.length) {
        const bytes = new Uint8Array(offset + body.length);
        bytes.set(photo.bytes);
        bytes.set(body, offset);
        books.photos.set(key, { total, bytes });
        return bytes.length;
      }
      return photo.bytes.length;
    },
  };
  return inbox;
}

export type Inbox = ReturnType<typeof anInbox>;

async function verified(key: DeviceKey, text: string, signature: string): Promise<boolean> {
  const publicKey = await crypto.subtle.importKey('jwk', key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, publicKey, fromBase64url(signature), new TextEncoder().encode(text));
}
