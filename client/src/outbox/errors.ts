export type OutboxErrorCode =
  /** The city's public key was never fetched on this device: nothing can be sealed. */
  | 'no-city-key'
  /** The file is not an export of an outbox. */
  | 'file-unreadable'
  /** A run of the service worker ended with entries left. */
  | 'unsent-left';

/** What can go wrong in the outbox that a person can do something about. The sentence is the client's, in the reader's language. */
export class OutboxError extends Error {
  override readonly name = 'OutboxError';
  constructor(
    readonly code: OutboxErrorCode,
    cause?: unknown,
  ) {
    super(code, { cause });
  }
}
