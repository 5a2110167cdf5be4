import { z } from 'zod';
import { BASE32, inGroups, isChecked, typedCode, withCheck } from './base32.ts';

const DIGITS = 11;

/**
 * The receipt of a capture: eleven characters (55 bits) of the SHA-256 of its id and a check character, as `K7QF-2M9X-4TDR`.
 * Made from the id alone, so device and server come to the same code without speaking. Whoever holds it may see the state.
 */
export async function receiptOf(id: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`torilla-receipt ${id}`)));
  let bits = hash.slice(0, 7).reduce((n, byte) => (n << 8n) | BigInt(byte), 0n) >> 1n;
  let code = '';
  for (let i = 0; i < DIGITS; i++, bits >>= 5n) code = BASE32[Number(bits & 31n)] + code;
  return inGroups(withCheck(code), '-');
}

/** A receipt as a person types it: case, spaces, dashes and the letters that look like digits do not matter. Refuses a mistyped code. */
export const Receipt = z
  .string()
  .max(40)
  .transform(typedCode)
  .refine((code) => isChecked(code, DIGITS + 1))
  .transform((code) => inGroups(code, '-'));
