import type { SealedCapture } from '@torilla/schema/kernel/capture';
import type { Entry } from './entry.ts';

/** What of an entry travels. */
export const envelopeOf = (e: Omit<Entry, 'key'>): SealedCapture => ({
  id: e.id,
  revision: e.revision,
  sequence: e.sequence,
  eventId: e.eventId ?? null,
  workerId: e.workerId ?? null,
  capturedAt: e.capturedAt,
  clockOffsetMs: e.clockOffsetMs ?? null,
  sha256: e.sha256,
  sealed: e.sealed,
  origin: e.origin ?? null,
});
