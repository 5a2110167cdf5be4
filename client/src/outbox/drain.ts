import { PROTOCOL, PUSH_LIMIT, signedText } from '@torilla/schema/kernel/capture';
import { newId } from '@torilla/schema/kernel/id';
import { applyAnswer } from './answer.ts';
import { sendAttachments } from './attachments.ts';
import type { Copies } from './copies.ts';
import { deviceOf, sign } from './device.ts';
import { envelopeOf } from './envelope.ts';
import type { Locks } from './browser.ts';
import type { Entry } from './entry.ts';
import { getMeta, setMeta, updateContact, type Device } from './meta.ts';
import { release, rescue, takeBatch } from './queue.ts';
import { digestOf, reportOf } from './report.ts';
import { countUnsent } from './reading.ts';
import type { Store } from './store.ts';
import { backoff } from './timing.ts';
import { NotDelivered, type Transport } from './transport.ts';

/** How one run behaves. */
export interface DrainOptions {
  /** Waits for another sender to finish instead of leaving it to it. */
  wait?: boolean;
  /** Sends at once what would wait by itself. */
  eager?: boolean;
  /** Offers again what the city could not take. */
  rescue?: boolean;
  /** Reports to the city even if nothing changed. */
  report?: boolean;
}

/** What a run came to. */
export interface DrainOutcome {
  /** Another tab, window or worker is sending. */
  busy: boolean;
  /** Why it stopped before the end, if it did. */
  fault: NotDelivered | null;
  /** Entries and photos that the city does not have. */
  unsent: number;
  /** When the first of the waiting is due, in milliseconds by the device's clock; null when none waits. */
  nextDueAt: number | null;
}

export interface DrainParts {
  store: Store;
  transport: Transport;
  copies: Copies;
  /** One sender at a time, over all tabs, windows and the worker. */
  locks: Locks;
  lock: string;
  now: () => number;
  appVersion: string;
  /** Called after every step that a person can see. */
  onChange: () => void;
}

/** A pass sends what is due; what an answer makes due at once goes in the next. The timer sees to the rest. */
const PASSES = 4;
/** The answer to a report may tell of a restored city or of missing numbers: then there is something to send again. */
const ROUNDS = 3;

export type Drain = ReturnType<typeof createDrain>;

/** The one sender, for the page and for the service worker. */
export function createDrain(parts: DrainParts) {
  const { store, transport, copies, now, onChange } = parts;
  // halved when the city chokes on a push, until the one item is found that it chokes on; one when there was no answer; doubled with each
  let limit: number = PUSH_LIMIT.items;

  /** @throws NotDelivered, and then nothing changed but that the entries are no longer being sent */
  async function push(device: Device, entries: Entry[]): Promise<void> {
    try {
      const report = await reportOf(store, parts.appVersion);
      const { answer, sentAt } = await enrolled(device, async () => {
        const sentAt = now();
        const { deviceId, deviceEpoch } = device;
        const body = {
          protocol: PROTOCOL,
          requestId: newId(),
          deviceId,
          deviceEpoch,
          sentAt: new Date(sentAt).toISOString(),
          report,
          items: entries.map(envelopeOf),
        };
        return { sentAt, answer: await transport.push({ ...body, signature: await sign(device, signedText(body)) }) };
      });
      const gone = await applyAnswer(store, { entries, answer, made: report.made, sentAt, now: now(), reported: digestOf(report) });
      await copies.drop(gone);
    } catch (error) {
      await release(store);
      throw error;
    } finally {
      onChange();
    }
  }

  /** A resident's browser enrols itself, and again when the city lost it with a restored backup; a tablet needs a person. */
  async function enrolled<R>(device: Device, work: () => Promise<R>): Promise<R> {
    const enrol = async () => setMeta(store, 'enrolment', await transport.enrolPublic({ deviceId: device.deviceId, publicKey: device.publicKey }));
    if (!(await getMeta(store, 'enrolment'))) await enrol();
    try {
      return await work();
    } catch (error) {
      const unknown = error instanceof NotDelivered && error.problem === 'device-unknown';
      if (!unknown || (await getMeta(store, 'enrolment'))?.kind === 'TABLET') throw error;
      await enrol();
      return work();
    }
  }

  /** Sends everything due, in passes. @returns when the next is due */
  async function sendWords(device: Device, eager: boolean): Promise<number> {
    let soonest = Infinity;
    for (let pass = 0; pass < PASSES; pass++) {
      soonest = Infinity;
      let sent = 0;
      for (let after = 0; ;) {
        const batch = await takeBatch(store, { after, now: now(), eager: eager && pass === 0, limit });
        soonest = Math.min(soonest, batch.soonest);
        const last = batch.entries.at(-1);
        if (!last) break;
        onChange();
        after = last.key;
        sent += batch.entries.length;
        await push(device, batch.entries).then(grow, (error: unknown) => isolate(device, batch.entries, error));
      }
      if (sent === 0) return soonest;
    }
    return Math.min(soonest, now());
  }

  function grow(): void {
    limit = Math.min(PUSH_LIMIT.items, limit * 2);
  }

  /** Finds the item that makes the whole request fail, so that it waits alone. @throws the fault, unless the city is well and the item is not */
  async function isolate(device: Device, entries: Entry[], fault: unknown): Promise<void> {
    if (!(fault instanceof NotDelivered) || fault.fault !== 'refused' || isAboutDevice(fault)) throw fault;
    limit = Math.max(1, Math.ceil(entries.length / 2));
    const [only, ...others] = entries;
    if (!only || others.length > 0) throw fault;
    await push(device, []);
    const change = { alone: true, reason: fault.problem, dueAt: now() + backoff(only.attempts) };
    await store.run(['entries'], 'readwrite', async (tx) => {
      const kept = await tx.objectStore('entries').get(only.key);
      if (kept) await tx.objectStore('entries').put({ ...kept, ...change });
    });
  }

  async function drainLocked(options: DrainOptions): Promise<DrainOutcome> {
    let nextDueAt = Infinity;
    let fault: NotDelivered | null = null;
    try {
      // whoever was sending these is gone: the lock is ours
      await release(store);
      if (options.rescue) await rescue(store);
      const device = await deviceOf(store);
      const eager = options.eager ?? false;
      for (let round = 1; round <= ROUNDS; round++) {
        nextDueAt = await sendWords(device, eager && round === 1);
        nextDueAt = Math.min(nextDueAt, await sendAttachments({ store, transport, device, now, eager: eager && round === 1, onSent: onChange }));
        if (!(await owesReport(store, parts.appVersion, round === 1 && (options.report ?? false)))) break;
        await push(device, []);
      }
    } catch (error) {
      if (!(error instanceof NotDelivered)) throw error;
      fault = error;
      // the next try asks with one whether there is a way: fifty that go nowhere hold up whoever captures meanwhile
      if (error.fault === 'no-answer') limit = 1;
      if (isAboutDevice(error)) await updateContact(store, { problem: error.problem });
    } finally {
      onChange();
    }
    return { busy: false, fault, unsent: await countUnsent(store), nextDueAt: Number.isFinite(nextDueAt) ? nextDueAt : null };
  }

  return {
    /** Sends what there is. Resolves also when the network fails: the outcome says so, and every entry is where it was. @throws StorageError */
    run: (options: DrainOptions = {}): Promise<DrainOutcome> =>
      parts.locks.request(parts.lock, { ifAvailable: !(options.wait ?? false) }, async (lock) =>
        lock ? drainLocked(options) : { busy: true, fault: null, unsent: await countUnsent(store), nextDueAt: null },
      ),
  };
}

/** The problems that stay until a person does something about the device. */
const isAboutDevice = ({ problem }: NotDelivered): boolean =>
  problem !== null && ['device-unknown', 'device-revoked', 'device-retired', 'signature-invalid', 'unauthenticated', 'forbidden'].includes(problem);

/** A device that never had anything to say is not enrolled just to say so. */
async function owesReport(store: Store, appVersion: string, asked: boolean): Promise<boolean> {
  if (!(await getMeta(store, 'enrolment'))) return false;
  return asked || digestOf(await reportOf(store, appVersion)) !== (await getMeta(store, 'contact'))?.reported;
}
