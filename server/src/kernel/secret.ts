import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A secret that nobody guesses: 32 random bytes, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Six random digits, for a person to type. */
export const newDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** SHA-256 in hexadecimal: what the tables keep of codes and secrets. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
