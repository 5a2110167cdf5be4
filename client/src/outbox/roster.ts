import { rosterText, type AskRoster, type RosterWorker } from '@torilla/schema/devices/roster';
import { newId, type Id } from '@torilla/schema/kernel/id';
import { deviceOf, sign } from './device.ts';
import { getMeta, setMeta } from './meta.ts';
import type { Store } from './store.ts';
import { NotDelivered, type Transport } from './transport.ts';

/** What asking for a roster leans on. */
export interface RosterParts {
  store: Store;
  transport: Transport;
  now: () => number;
  /** Measures the device's clock against the city's. */
  measure: () => Promise<unknown>;
}

/** Who staffs an event; what staff call this tablet now comes along. A clock that was set since it was last measured is measured anew, once. @throws NotDelivered */
export async function rosterOf({ store, transport, now, measure }: RosterParts, eventId: Id): Promise<RosterWorker[]> {
  const ask = async () => {
    const { workers, deviceName: name } = await transport.roster(await signedRequest(store, eventId, now()));
    const enrolment = await getMeta(store, 'enrolment');
    if (enrolment && enrolment.name !== name) await setMeta(store, 'enrolment', { ...enrolment, name });
    return workers;
  };
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof NotDelivered) || error.problem !== 'signature-stale') throw error;
    await measure();
    return ask();
  }
}

/** A request for an event's roster, signed by this device at the city's time as last measured. */
async function signedRequest(store: Store, eventId: Id, now: number): Promise<AskRoster> {
  const [device, contact] = await Promise.all([deviceOf(store), getMeta(store, 'contact')]);
  const sentAt = new Date(now + (contact?.clockOffsetMs ?? 0)).toISOString();
  const asked = { requestId: newId(), deviceId: device.deviceId, eventId, sentAt };
  return { ...asked, signature: await sign(device, rosterText(asked)) };
}
