import type { CaptureKind } from '../kernel/capture.ts';
import { GiveFeedback } from './feedback.ts';
import { TapTally, UndoTally } from './tally.ts';

/** A resident's words. */
export const giveFeedback = { operation: 'feedback.give', version: 1, input: GiveFeedback } satisfies CaptureKind<GiveFeedback>;
/** A tap of a tally. */
export const tapTally = { operation: 'tally.tap', version: 1, input: TapTally } satisfies CaptureKind<TapTally>;
/** A tap taken back. */
export const undoTally = { operation: 'tally.undo', version: 1, input: UndoTally } satisfies CaptureKind<UndoTally>;
