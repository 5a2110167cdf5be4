import type { Id } from '@torilla/schema/kernel/id';
import type { SealedCapture } from '@torilla/schema/kernel/capture';

/**
 * Where an entry is, in the words of the app: only on this tablet · being sent · received by the city ·
 * with the city, needs help · only on this tablet, needs help (the city cannot take it as it is).
 */
export const entryStates = ['ONLY_HERE', 'SENDING', 'RECEIVED', 'WITH_CITY', 'NEEDS_HELP'] as const;
export type EntryState = (typeof entryStates)[number];

/** The states in which the city does not have the entry. */
export const unsentStates = ['ONLY_HERE', 'SENDING', 'NEEDS_HELP'] as const satisfies readonly EntryState[];
/** The states in which the city has it. */
export const deliveredStates = ['RECEIVED', 'WITH_CITY'] as const satisfies readonly EntryState[];

/** One sealed capture in the outbox: what travels, and how far it came. No word of the person is in sight. */
export interface Entry extends SealedCapture {
  /** The order of arrival in this database, given by it; also the order of sending. */
  key: number;
  /** `sequence` once more when this device made the entry; absent when it carries it for another. Unique. */
  own?: number;
  /** The kind of capture, for the list: `feedback.give`. */
  operation: string;
  state: EntryState;
  /** The city's last answer about it, and why. */
  code: string | null;
  reason: string | null;
  /** How often it was sent, written before each request. */
  attempts: number;
  /** Not sent of itself before this moment, in milliseconds by the device's clock. */
  dueAt: number;
  /** Sent in a push of its own, since it did not go with others. */
  alone: boolean;
  /** When the city acknowledged it, by the city's clock, ISO 8601 in UTC; absent while it has not. */
  acknowledgedAt?: string;
  /** `sequence` while acknowledged but not yet reconciled with the city's own count. */
  awaiting?: number;
}

/** A sealed photo, sent after the words of its capture. Its bytes lie apart, so that counting photos does not read them. */
export interface Attachment {
  captureId: Id;
  id: Id;
  sha256: string;
  /** Length of the sealed bytes. */
  size: number;
  /** 1 until the city confirmed the last byte, then absent. */
  pending?: 1;
  attempts: number;
  dueAt: number;
}

/** A draft under the device's own key. */
export interface Draft {
  slot: string;
  nonce: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
  /** Milliseconds by the device's clock. */
  savedAt: number;
}

/** The sequence numbers that were made at one event, for the proof of completeness; kept when the entries are purged. */
export interface EventNumbers {
  eventId: Id;
  made: { from: number; to: number }[];
  last: number;
}
