import { calculateJwkThumbprint, compactDecrypt, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { SEAL_ALGORITHMS } from '@torilla/schema/kernel/capture';
import type { DeviceKey } from '@torilla/schema/devices/devices';
import { Problem } from '../../kernel/problem.ts';
import type { CityKeys } from '../../kernel/services.ts';

/**
 * The city's keys from private JSON Web Keys; the first is current, the others only open what was sealed to them before.
 * @throws Error when there is none or one is not an elliptic P-256 private key
 */
export async function cityKeysFrom(jwks: readonly JWK[]): Promise<CityKeys> {
  const privates = new Map<string, CryptoKey>();
  for (const jwk of jwks) {
    if (jwk.kty !== 'EC' || jwk.crv !== 'P-256' || !jwk.d) throw new Error('A capture key must be a private key on P-256');
    privates.set(await calculateJwkThumbprint(jwk), (await importJWK(jwk, SEAL_ALGORITHMS.alg)) as CryptoKey);
  }
  const first = jwks[0];
  if (!first) throw new Error('There is no capture key');
  const { kty, crv, x, y } = first as DeviceKey;
  return {
    current: { kid: await calculateJwkThumbprint(first), jwk: { kty, crv, x, y } },
    open: async (sealed) => {
      try {
        const { plaintext, protectedHeader } = await compactDecrypt(
          sealed,
          (header) => {
            const key = privates.get(header.kid ?? '');
            if (!key) throw new Error('sealed to a key that is not ours');
            return key;
          },
          { keyManagementAlgorithms: [SEAL_ALGORITHMS.alg], contentEncryptionAlgorithms: [SEAL_ALGORITHMS.enc] },
        );
        return { id: protectedHeader.id, revision: protectedHeader.revision, plaintext };
      } catch (cause) {
        throw Object.assign(new Problem('capture-unopenable'), { cause });
      }
    },
  };
}

/** A new private key for captures, as a JSON Web Key. */
export async function newCityKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(SEAL_ALGORITHMS.alg, { crv: 'P-256', extractable: true });
  return exportJWK(privateKey);
}
