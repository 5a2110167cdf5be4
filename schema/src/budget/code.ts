import { chance, inGroups, isChecked, withCheck } from '../kernel/base32.ts';

/** How long a code is: eleven letters of chance (55 bits) and one that checks them. */
export const LENGTH = 12;

/** Makes a code that lets whoever holds it vote once in a round. The city keeps a hash of it: nobody but its paper knows it. */
export const newVoterCode = (): string => withCheck(chance(LENGTH - 1));

/** Whether it is a code as it was printed: one wrong letter, or two neighbours swapped, is told before anybody is asked. */
export const isVoterCode = (code: string): boolean => isChecked(code, LENGTH);

/** A code as it is printed, in groups that can be read out. */
export const shownCode = (code: string): string => inGroups(code, '-');

/** What the city keeps of a code of a round: SHA-256, in hexadecimal. A code of another round is none of this one. */
export async function voterCodeHash(roundId: string, code: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`torilla-voter-code ${roundId} ${code}`));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
