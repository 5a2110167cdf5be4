import { signedText, type PushCaptures } from '@torilla/schema/kernel/capture';
import type { DeviceKey } from '@torilla/schema/devices/devices';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };

/** Whether the text was signed with the device's key: ECDSA on P-256 with SHA-256, r and s one after the other, base64url. */
export async function isSignedBy({ kty, crv, x, y }: DeviceKey, text: string, signature: string): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, ALGORITHM, false, ['verify']);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, Buffer.from(signature, 'base64url'), new TextEncoder().encode(text));
}

/** Whether the push was signed by that device. */
export const isPushSignedBy = (key: DeviceKey, { signature, ...push }: PushCaptures): Promise<boolean> => isSignedBy(key, signedText(push), signature);
