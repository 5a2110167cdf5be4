import { BASE32, withCheck } from '../kernel/base32.ts';
import { LENGTH } from './code.ts';

/** How long a class votes once its teacher has begun, in minutes. */
export const CLASS_MINUTES = 20;

// each is made of the one before and leads to none: who has the pupils' code knows nothing of the teacher's
async function derived(what: string, from: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`torilla-class ${what} ${from}`)));
  return withCheck(Array.from(hash.subarray(0, LENGTH - 1), (byte) => BASE32[byte & 31]).join(''));
}

/** The code that a class votes by, made of its teacher's. The city has neither. */
export const pupilsCode = (teachersCode: string): Promise<string> => derived('pupils', teachersCode);

/** The code of one seat of a class, made of the class's code: a right to vote as any other. `seat` counts from 0. */
export const seatCode = (pupils: string, seat: number): Promise<string> => derived(`seat ${seat}`, pupils);

/** The codes of all seats of a class, from its teacher's code. */
export async function seatCodes(teachersCode: string, seats: number): Promise<string[]> {
  const pupils = await pupilsCode(teachersCode);
  return Promise.all(Array.from({ length: seats }, (_, seat) => seatCode(pupils, seat)));
}
