import { SEAL_ALGORITHMS, type CapturePayload } from '@torilla/schema/kernel/capture';
import type { Id } from '@torilla/schema/kernel/id';
import { canonicalJson, fromBase64url, sha256Hex, toBase64url } from './bytes.ts';
import type { CityKey } from './meta.ts';

const NONCE = 12;

/** Fetches the sealing code, which the first load of a page does without. It is precached, so this works offline too. */
export const loadSeal = () => import('jose/jwe/compact/encrypt');

/**
 * Seals a capture to the city: from here on this device cannot read it. The protected header names the item,
 * so that a sealed text cannot be passed off as another's.
 * @returns the compact JWE and its SHA-256
 */
export async function seal(item: { id: Id; revision: number; payload: CapturePayload }, city: CityKey): Promise<{ sealed: string; sha256: string }> {
  const { CompactEncrypt } = await loadSeal();
  const key = await crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x: city.x, y: city.y }, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
  const sealed = await new CompactEncrypt(new TextEncoder().encode(canonicalJson(item.payload)))
    .setProtectedHeader({ ...SEAL_ALGORITHMS, kid: city.kid, id: item.id, revision: item.revision })
    .encrypt(key);
  return { sealed, sha256: await sha256Hex(sealed) };
}

/** Seals a photo with a fresh key of its own, which only the words' envelope tells. The first twelve bytes are the nonce. */
export async function sealPhoto(photo: ArrayBuffer): Promise<{ bytes: ArrayBuffer; key: string; sha256: string }> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, photo);
  const bytes = new Uint8Array(NONCE + sealed.byteLength);
  bytes.set(nonce);
  bytes.set(new Uint8Array(sealed), NONCE);
  return { bytes: bytes.buffer, key: toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', key))), sha256: await sha256Hex(bytes.buffer) };
}

/** Opens a photo with the key from a reopened capture. @throws OperationError when key and bytes do not belong together */
export async function openPhoto(sealed: ArrayBuffer, key: string): Promise<ArrayBuffer> {
  const aes = await crypto.subtle.importKey('raw', fromBase64url(key), 'AES-GCM', false, ['decrypt']);
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(sealed, 0, NONCE) }, aes, new Uint8Array(sealed, NONCE));
}
