/** The letters of Crockford's base 32: no I, L, O or U, so that a code survives handwriting and being read aloud. */
export const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As many letters of chance, five bits each. */
export const chance = (length: number): string => Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => BASE32[byte & 31]).join('');

/** A code as somebody typed it, as it is sent: without spaces and dashes, in capitals, and with what looks alike put right. */
export const typedCode = (text: string): string => text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** A code in groups of four, that can be read out. */
export const inGroups = (code: string, between: string): string => code.replaceAll(/(.{4})(?=.)/g, `$1${between}`);

/** The code with a check letter behind it: a weighted sum modulo the prime 31, whose values fit the alphabet. One wrong letter or two neighbours swapped change it. */
export function withCheck(code: string): string {
  const sum = [...code].reduce((s, letter, i) => s + (i + 1) * BASE32.indexOf(letter), 0);
  return code + BASE32[sum % 31]!;
}

/** Whether a text is that many of these letters. */
export const isOfLength = (text: string, length: number): boolean => text.length === length && [...text].every((letter) => BASE32.includes(letter));

/** Whether a code of that length is of these letters and ends in its check letter. */
export const isChecked = (code: string, length: number): boolean => isOfLength(code, length) && withCheck(code.slice(0, -1)) === code;
