import type { CaptureKind } from '../kernel/capture.ts';
import { ProposeIdea } from './idea.ts';

/** A resident's idea for a round. */
export const proposeIdea = { operation: 'budget.propose', version: 1, input: ProposeIdea } satisfies CaptureKind<ProposeIdea>;
