import { rosterText, type AskRoster } from '@torilla/schema/devices/roster';
import { newId, type Id } from '@torilla/schema/kernel/id';
import { deviceOf, sign } from './device.ts';
import { getMeta } from './meta.ts';
import type { Store } from './store.ts';

/** A request for an event's roster, signed by this device at the city's time as last measured. */
export async function askForRoster(store: Store, eventId: Id, now: number): Promise<AskRoster> {
  const [device, contact] = await Promise.all([deviceOf(store), getMeta(store, 'contact')]);
  const sentAt = new Date(now + (contact?.clockOffsetMs ?? 0)).toISOString();
  const asked = { requestId: newId(), deviceId: device.deviceId, eventId, sentAt };
  return { ...asked, signature: await sign(device, rosterText(asked)) };
}
