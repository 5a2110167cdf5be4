/** A browser as its push service and the seal need it. */
export interface PushTarget {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** What a push service said, or why it said nothing: `timeout`, `unreachable`, `not-allowed` for an address that is no push service. */
export type PushAnswer = { status: number; retryAfterMs: number | null } | { fault: string };

/** Tells browsers by their push services, sealed so that only the browser can read it. */
export interface PushSender {
  /** The city's public key, by which a browser lets only the city tell it. */
  readonly publicKey: string;
  /** Whether it is the address of a push service that the city knows. */
  accepts(endpoint: string): boolean;
  send(target: PushTarget, payload: string): Promise<PushAnswer>;
}
