import { DeviceKey } from '@torilla/schema/devices/devices';
import { newId } from '@torilla/schema/kernel/id';
import { toBase64url } from './bytes.ts';
import { getMeta, metaIn, type Device } from './meta.ts';
import type { Store } from './store.ts';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Who this device is. Minted with the database, so a wiped one comes back as another device and its numbers are never given twice. */
export async function deviceOf(store: Store): Promise<Device> {
  const known = await getMeta(store, 'device');
  if (known) return known;
  // the private half can sign but never leave the browser
  const signing = await crypto.subtle.generateKey(ECDSA, false, ['sign', 'verify']);
  const publicKey = DeviceKey.parse(await crypto.subtle.exportKey('jwk', signing.publicKey));
  const minted: Device = { deviceId: newId(), deviceEpoch: newId(), signing, publicKey };
  return store.run(['meta'], 'readwrite', async (tx) => {
    // another tab may have been first
    const first = await metaIn(tx, 'device');
    if (!first) await tx.objectStore('meta').put(minted, 'device');
    return first ?? minted;
  });
}

/** The device's signature over a text: ECDSA with SHA-256, as WebCrypto gives it (r and s, 64 bytes), base64url. */
export async function sign(device: Device, text: string): Promise<string> {
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, device.signing.privateKey, new TextEncoder().encode(text));
  return toBase64url(new Uint8Array(signature));
}
