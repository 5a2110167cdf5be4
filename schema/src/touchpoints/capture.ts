import type { CaptureKind } from '../kernel/capture.ts';
import { TapTouchpoint, TellTouchpoint } from './touchpoints.ts';

/** A face. */
export const tapTouchpoint = { operation: 'touchpoint.tap', version: 1, input: TapTouchpoint } satisfies CaptureKind<TapTouchpoint>;
/** Words after it. */
export const tellTouchpoint = { operation: 'touchpoint.tell', version: 1, input: TellTouchpoint } satisfies CaptureKind<TellTouchpoint>;
