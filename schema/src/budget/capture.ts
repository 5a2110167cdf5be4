import type { CaptureKind } from '../kernel/capture.ts';
import { ProposeIdea } from './idea.ts';
import { CastOnTablet } from './tablet.ts';

/** A resident's idea for a round. */
export const proposeIdea = { operation: 'budget.propose', version: 1, input: ProposeIdea } satisfies CaptureKind<ProposeIdea>;

/** A ballot at the square. */
export const castOnTablet = { operation: 'budget.vote.tablet', version: 1, input: CastOnTablet, secret: true } satisfies CaptureKind<CastOnTablet>;
