import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';

/** One passer-by's answer to a question of the event: one tap, no personal data. */
export const TapTally = z.object({ questionId: Id, option: Key });
export type TapTally = z.infer<typeof TapTally>;

/** Takes one tap back. It names the whole tap, for it may arrive before the tap itself. */
export const UndoTally = z.object({ tapId: Id, questionId: Id, option: Key });
export type UndoTally = z.infer<typeof UndoTally>;
