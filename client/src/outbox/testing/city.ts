import { compactDecrypt } from 'jose';
import type { CapturePayload } from '@torilla/schema/kernel/capture';
import type { CityKey } from '../meta.ts';

/** The city's half of the seal: its public key, and how it opens what was sealed to it. */
export interface City {
  key: CityKey;
  open(sealed: string): Promise<{ header: Record<string, unknown>; payload: CapturePayload }>;
}

export async function aCity(): Promise<City> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return {
    key: { kid: '2027-1', x: x!, y: y! },
    async open(sealed) {
      const { plaintext, protectedHeader } = await compactDecrypt(sealed, pair.privateKey);
      return { header: { ...protectedHeader }, payload: JSON.parse(new TextDecoder().decode(plaintext)) as CapturePayload };
    },
  };
}
