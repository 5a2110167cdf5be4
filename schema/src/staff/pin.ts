import { z } from 'zod';

/**
 * How a tablet knows a worker's PIN without a network: PBKDF2 with SHA-256 over its digits. It tells workers of one tablet apart; it keeps nobody out
 * who has the tablet and time, for there are only so many PINs.
 */
export const PIN_ITERATIONS = 600_000;
export const PIN_BITS = 256;
export const isPin = (text: string): boolean => /^\d{4,8}$/.test(text);

/** A worker's own PIN, four to eight digits; null for none. */
export const SetPin = z.object({
  pin: z
    .string()
    .regex(/^\d{4,8}$/)
    .nullish()
    .describe('Four to eight digits; null for none.'),
});
export type SetPin = z.infer<typeof SetPin>;
