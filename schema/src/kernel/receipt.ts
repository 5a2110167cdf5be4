import { z } from 'zod';

// Crockford's base 32: no I, L, O or U, so that a code survives handwriting and being read aloud.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DIGITS = 11;

/**
 * The receipt of a capture: eleven characters (55 bits) of the SHA-256 of its id and a check character, as `K7QF-2M9X-4TDR`.
 * Made from the id alone, so device and server come to the same code without speaking. Whoever holds it may see the state.
 */
export async function receiptOf(id: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`torilla-receipt ${id}`)));
  let bits = hash.slice(0, 7).reduce((n, byte) => (n << 8n) | BigInt(byte), 0n) >> 1n;
  let code = '';
  for (let i = 0; i < DIGITS; i++, bits >>= 5n) code = ALPHABET[Number(bits & 31n)] + code;
  return (code + checkOf(code)).replace(/(.{4})(?=.)/g, '$1-');
}

// Weighted sum modulo the prime 31: one wrong character or two neighbours swapped change it. Its 31 values fit the alphabet.
function checkOf(code: string): string {
  const sum = [...code].reduce((s, c, i) => s + (i + 1) * ALPHABET.indexOf(c), 0);
  return ALPHABET[sum % 31]!;
}

/** A receipt as a person types it: case, spaces, dashes and the letters that look like digits do not matter. Refuses a mistyped code. */
export const Receipt = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1'))
  .refine((code) => code.length === DIGITS + 1 && [...code].every((c) => ALPHABET.includes(c)) && checkOf(code.slice(0, DIGITS)) === code[DIGITS])
  .transform((code) => code.replace(/(.{4})(?=.)/g, '$1-'));
