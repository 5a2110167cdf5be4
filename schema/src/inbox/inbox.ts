import { z } from 'zod';
import { Id } from '../kernel/id.ts';

/**
 * What became of an arrived capture: in effect, waiting for a person, set aside with a reason, superseded by a newer revision,
 * or erased: then its id is all that is kept, so that it cannot come back.
 */
export const inboxStates = ['ACCEPTED', 'HELD', 'DISMISSED', 'SUPERSEDED', 'ERASED'] as const;
export const InboxState = z.enum(inboxStates).enum;
export type InboxState = keyof typeof InboxState;

/** What the holder of a receipt is told. */
export const ReceiptState = z.enum(['NOT_RECEIVED', 'RECEIVED', 'NEEDS_PERSON', 'ERASED']).enum;
export type ReceiptState = keyof typeof ReceiptState;

/** Runs a held item again, with its input mended or as it came. */
export const RetryHeld = z.object({
  id: Id.describe("The held item's id."),
  input: z.string().max(200_000).nullish().describe('The mended input as JSON; null to run it as it came.'),
});
export type RetryHeld = z.infer<typeof RetryHeld>;

/** Sets a held item aside. It is kept, sealed, with the reason. */
export const DismissHeld = z.object({
  id: Id.describe("The held item's id."),
  reason: z.string().trim().min(3).max(500).describe('Why, for colleagues.'),
});
export type DismissHeld = z.infer<typeof DismissHeld>;
