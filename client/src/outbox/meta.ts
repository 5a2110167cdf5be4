import type { DeviceReport } from '@torilla/schema/kernel/capture';
import type { DeviceKey, DeviceKind, DeviceRole } from '@torilla/schema/devices/devices';
import type { ProblemCode } from '@torilla/schema/kernel/problem';
import type { Id } from '@torilla/schema/kernel/id';
import type { Store, Table, Transaction } from './store.ts';

/** The public key that the city opens captures with the other half of: ECDH on P-256. */
export interface CityKey {
  kid: string;
  x: string;
  y: string;
}

/** Who this device is: minted once, with the database. */
export interface Device {
  deviceId: Id;
  /** Sequences count within it. */
  deviceEpoch: Id;
  signing: CryptoKeyPair;
  publicKey: DeviceKey;
}

/** What the city knows this device as. */
export interface Enrolment {
  name: string;
  kind: DeviceKind;
  /** What a tablet is for; FIELD where it was enrolled before there were others. */
  role?: DeviceRole;
  /** The event that a tablet was enrolled for. */
  eventId?: Id;
}

/** What the last contact with the city taught. */
export interface Contact {
  serverEpoch: Id | null;
  /** The city's clock minus the device's, in milliseconds. */
  clockOffsetMs: number | null;
  /** By the city's clock, ISO 8601 in UTC. */
  lastContactAt: string | null;
  /** The report that the city has, in short: another is sent only when something changed. */
  reported: string | null;
  /** The city asked for a newer app. */
  updateRequired: boolean;
  /** Why the city does not talk to this device, when a person must do something about it. */
  problem: ProblemCode | null;
}

/** Whether somebody found this device ready to be taken to an event, the last time that they looked. */
export type Ready = NonNullable<DeviceReport['ready']>;

/** The single facts of the outbox. */
export interface Meta {
  device: Device;
  draftKey: CryptoKey;
  sequence: number;
  city: CityKey;
  enrolment: Enrolment;
  contact: Contact;
  appVersion: string;
  ready: Ready;
  /** How many entries came back from their copies when this database was new; absent until that was looked for. */
  restored: number;
  probe: ArrayBuffer;
}

export const noContact: Contact = { serverEpoch: null, clockOffsetMs: null, lastContactAt: null, reported: null, updateRequired: false, problem: null };

/** Reads one fact within a transaction that covers `meta`. */
export async function metaIn<K extends keyof Meta, N extends Table[], M extends IDBTransactionMode>(
  tx: Transaction<N, M>,
  key: K,
): Promise<Meta[K] | undefined> {
  // what lies under a key is what `setMeta` put there
  return (await (tx as unknown as Transaction<['meta'], 'readonly'>).objectStore('meta').get(key)) as Meta[K] | undefined;
}

/** Reads one fact. */
export const getMeta = <K extends keyof Meta>(store: Store, key: K): Promise<Meta[K] | undefined> => store.run(['meta'], 'readonly', (tx) => metaIn(tx, key));

/** Writes one fact. */
export const setMeta = <K extends keyof Meta>(store: Store, key: K, value: Meta[K]): Promise<void> =>
  store.run(['meta'], 'readwrite', async (tx) => void (await tx.objectStore('meta').put(value, key)));

/** Changes what is known from the last contact. */
export const updateContact = (store: Store, change: Partial<Contact>): Promise<void> =>
  store.run(['meta'], 'readwrite', async (tx) => {
    await tx.objectStore('meta').put({ ...((await metaIn(tx, 'contact')) ?? noContact), ...change }, 'contact');
  });
