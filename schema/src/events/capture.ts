import type { CaptureKind } from '../kernel/capture.ts';
import { Arrive } from './registration.ts';

/** Somebody who registered came, and showed their code at the door. */
export const arrive = { operation: 'event.arrive', version: 1, input: Arrive } satisfies CaptureKind<Arrive>;
