import { z } from 'zod';

/** An amount in euros as a whole number of cents: sums never drift. */
export const Cents = z.int().min(0);
export type Cents = z.infer<typeof Cents>;

/** Cents from a whole number of euros. */
export const euros = (amount: number): Cents => Math.round(amount * 100);
