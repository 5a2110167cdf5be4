import { PIN_BITS, PIN_ITERATIONS } from '@torilla/schema/staff/pin';
import { fromBase64url, toBase64url } from '../../outbox/bytes.ts';
import type { PinVerifier } from '@torilla/schema/devices/roster';
import { fieldDb } from './fieldStore.ts';

/** Wrong tries that cost nothing; then each is followed by a wait, the last of them again and again, in milliseconds. */
const FREE_TRIES = 4;
const WAITS = [30_000, 60_000, 5 * 60_000, 15 * 60_000];

/** The wrong tries at one worker's PIN since the last right one, kept so that a new start of the tablet does not forget them. */
export interface PinTries {
  wrong: number;
  /** Of the last, in milliseconds by the tablet's clock. */
  at: number;
}

async function derive(digits: string, salt: string, iterations: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(digits), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64url(salt), iterations }, key, PIN_BITS);
  return toBase64url(new Uint8Array(bits));
}

/** Whether the digits are the PIN, by the slow function that was noted with it. */
export const isPinOf = async ({ salt, iterations, hash }: PinVerifier, digits: string): Promise<boolean> => (await derive(digits, salt, iterations)) === hash;

/** What a PIN that is set on this tablet is known by, by the function that the city uses. */
export async function verifierOf(digits: string): Promise<PinVerifier> {
  const salt = toBase64url(crypto.getRandomValues(new Uint8Array(16)));
  return { salt, iterations: PIN_ITERATIONS, hash: await derive(digits, salt, PIN_ITERATIONS) };
}

/** Until when nobody may try, in milliseconds by the tablet's clock; a clock that went back makes nobody wait longer. */
export function waitUntil({ wrong, at }: PinTries, now: number): number {
  const wait = wrong <= FREE_TRIES ? 0 : WAITS[Math.min(wrong - FREE_TRIES, WAITS.length) - 1]!;
  return Math.min(at, now) + wait;
}

const none: PinTries = { wrong: 0, at: 0 };
export const triesAt = async (lock: string): Promise<PinTries> => (await fieldDb.run((db) => db.get('tries', lock))) ?? none;

/** Notes a try, over all tabs one after another. @throws StorageError */
export const noteTry = (lock: string, right: boolean, now: number): Promise<PinTries> =>
  fieldDb.run(async (db) => {
    const tx = db.transaction('tries', 'readwrite', { durability: 'strict' });
    const before = (await tx.store.get(lock)) ?? none;
    const after = right ? none : { wrong: before.wrong + 1, at: now };
    await Promise.all([tx.store.put(after, lock), tx.done]);
    return after;
  });
