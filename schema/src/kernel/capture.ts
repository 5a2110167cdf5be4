import { z } from 'zod';
import { Id } from './id.ts';

/** The version of the envelope; what is inside has versions of its own. */
export const PROTOCOL = 1;
/** One push holds at most this many items and bytes of sealed text, whichever comes first. */
export const PUSH_LIMIT = { items: 50, bytes: 256 * 1024 } as const;
/** A sealed item over this many bytes is refused as TOO_LARGE: the words of one person never come near. */
export const SEALED_LIMIT = 200 * 1024;

/** An answer names at most this many gaps, the lowest; the device trusts nothing beyond a full list. */
export const MISSING_LIMIT = 500;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What one capture is, before it is sealed: an immutable fact with the name and version of the operation that it asks for. */
export const CapturePayload = z.object({ operation: z.string().max(60), version: z.int().min(1), input: z.unknown() });
export type CapturePayload = z.infer<typeof CapturePayload>;

/** One sealed capture as it lies in the outbox and travels: everything but the words is in sight, the words are not. */
export const SealedCapture = z.object({
  id: Id.describe('UUIDv7 minted when the form was opened; the key that makes sending twice harmless.'),
  revision: z.int().min(1).max(1000).describe('1; a capture reopened after saving is 2, 3 … of the same id. The newest is in effect.'),
  sequence: z.int().min(1).describe('The number of this entry on its device, from 1, with no gaps: what completeness is proved by.'),
  eventId: Id.nullish().describe('The event at which it was captured, if any.'),
  workerId: Id.nullish().describe('The worker who captured it; never rewritten.'),
  capturedAt: z.iso.datetime({ offset: true }).describe('By the clock of the device: evidence, not a decision.'),
  // a plain number, as bytes below are: 25 days of milliseconds or 2 GB are more than GraphQL's Int holds
  clockOffsetMs: z.number().int().nullish().describe("The server's clock minus the device's, in milliseconds, as last measured."),
  sha256: Hash.describe('Lower-case hexadecimal SHA-256 of the sealed text, so that a body changed on its way is noticed.'),
  sealed: z.string().min(1).describe("Compact JWE to the city's key; its protected header names the same id and revision."),
  origin: z
    .object({ deviceId: Id.describe('Its id.'), deviceEpoch: Id.describe('The life of its database.') })
    .nullish()
    .describe("The device that made it, when another forwards it from an exported file; null for one's own."),
});
export type SealedCapture = z.infer<typeof SealedCapture>;

/** A set of whole numbers as closed ranges in rising order, the way numbers are told on the wire: 1–9 and 11. */
export const SequenceRange = z.object({ from: z.int().min(1).describe('The first.'), to: z.int().min(1).describe('The last.') });
export type SequenceRange = z.infer<typeof SequenceRange>;

/** What a device tells of itself with each contact: the fleet's view, and the only defence against a silent loss. */
export const DeviceReport = z.object({
  made: z.int().min(0).describe('The last sequence number that the device gave.'),
  unsent: z.int().min(0).describe('Entries not yet acknowledged by the city.'),
  oldestUnsentAt: z.iso.datetime({ offset: true }).nullish().describe("When the oldest of those was made, by the device's clock."),
  storageUsed: z.number().int().min(0).nullish().describe('Bytes in use, as the browser estimates.'),
  storageQuota: z.number().int().min(0).nullish().describe('Bytes allowed, as the browser estimates.'),
  persisted: z.boolean().nullish().describe('Whether the browser promised to keep the storage.'),
  appVersion: z.string().max(40).describe('The version of the app that it runs.'),
  events: z
    .array(z.object({ eventId: Id.describe('The event.'), made: z.array(SequenceRange).max(500).describe('The numbers made at it.') }))
    .max(50)
    .describe('For each event, the sequence numbers made at it on this device.'),
  ready: z
    .object({
      eventId: Id.describe('For which event.'),
      at: z.iso.datetime({ offset: true }).describe('When it was looked at, by the clock of the device.'),
      faults: z.array(z.string().max(20)).max(20).describe('What was not in order; empty when it can be taken out.'),
    })
    .nullish()
    .describe('Whether the device was found ready to be taken to an event; null where nobody looked.'),
});
export type DeviceReport = z.infer<typeof DeviceReport>;

/** One push: up to fifty sealed captures of one device, signed by it. An empty one is the device's report alone. */
export const PushCaptures = z.object({
  protocol: z.int().min(1).describe('The version of the envelope.'),
  requestId: Id.describe('A nonce that the answer must echo; an answer without it was not ours.'),
  deviceId: Id.describe("The device's id, as it was enrolled."),
  deviceEpoch: Id.describe("New whenever the device's own database is made anew; sequences count within it."),
  sentAt: z.iso.datetime({ offset: true }).describe('By the clock of the device, to estimate its offset.'),
  report: DeviceReport.describe('What the device tells of itself.'),
  items: z.array(SealedCapture).max(PUSH_LIMIT.items).describe('At most fifty; an empty push is a report.'),
  signature: z.string().max(200).describe('ECDSA P-256 with SHA-256 over `signedText`, base64url, by the key made at enrolment.'),
});
export type PushCaptures = z.infer<typeof PushCaptures>;

/** What became of one item. Each code tells the device what to do with it. */
export const ItemCode = z.enum(['ACCEPTED', 'DUPLICATE', 'HELD', 'CONFLICT', 'TOMBSTONED', 'HASH_MISMATCH', 'RETRY', 'TOO_LARGE', 'UPGRADE_REQUIRED']).enum;
export type ItemCode = keyof typeof ItemCode;

/** The codes after which the city has the item: it counts as delivered. */
export const deliveredCodes: ReadonlySet<ItemCode> = new Set(['ACCEPTED', 'DUPLICATE', 'HELD', 'CONFLICT']);

/** What became of one item of a push. */
export const ItemResult = z.object({
  id: Id,
  revision: z.int(),
  code: z.string(),
  receipt: z.string().nullish(),
  reason: z.string().nullish(),
  retryAfterMs: z.int().nullish(),
});
export type ItemResult = z.infer<typeof ItemResult>;

/** The city's answer to a push, as the device must find it: anything else was not an answer. */
export const PushAnswer = z.object({
  requestId: Id.describe('The nonce of the request.'),
  serverEpoch: Id.describe('Changes when the city restored a backup: the device then sends all that it keeps again.'),
  serverTime: z.iso.datetime({ offset: true }),
  results: z.array(ItemResult).describe('One per item of the push.'),
  receivedThrough: z.int().min(0).describe('The highest sequence number up to which nothing is missing.'),
  missing: z.array(SequenceRange).describe('Numbers that the device gave and the city lacks, the lowest 500 ranges.'),
});
export type PushAnswer = z.infer<typeof PushAnswer>;

/** The text that a device signs: every fact of the push that must not change on its way, in a fixed order. */
export function signedText(push: Omit<PushCaptures, 'signature'>): string {
  const items = push.items.map((i) =>
    [i.id, i.revision, i.sequence, i.eventId ?? '', i.workerId ?? '', i.capturedAt, i.sha256, i.origin?.deviceId ?? '', i.origin?.deviceEpoch ?? ''].join(' '),
  );
  return [
    'torilla-push',
    push.protocol,
    push.requestId,
    push.deviceId,
    push.deviceEpoch,
    push.sentAt,
    JSON.stringify(canonicalReport(push.report)),
    ...items,
  ].join('\n');
}

const canonicalReport = (r: DeviceReport) => [
  r.made,
  r.unsent,
  r.oldestUnsentAt ?? null,
  r.storageUsed ?? null,
  r.storageQuota ?? null,
  r.persisted ?? null,
  r.appVersion,
  r.events.map((e) => [e.eventId, e.made.map((m) => [m.from, m.to])]),
  // a device of before signs what it always signed
  ...(r.ready ? [[r.ready.eventId, r.ready.at, r.ready.faults]] : []),
];

/** The text that a device signs to send a chunk of an attachment: which bytes of which file, now. */
export const signedChunkText = (chunk: { captureId: Id; attachmentId: Id; deviceId: Id; offset: number; sha256: string }): string =>
  ['torilla-chunk', chunk.captureId, chunk.attachmentId, chunk.deviceId, chunk.offset, chunk.sha256].join('\n');

/** Numbers in rising order as closed ranges. */
export function toRanges(numbers: Iterable<number>): SequenceRange[] {
  const ranges: SequenceRange[] = [];
  for (const n of numbers) {
    const last = ranges.at(-1);
    if (last && n === last.to + 1) last.to = n;
    else ranges.push({ from: n, to: n });
  }
  return ranges;
}

/**
 * One kind of capture: its operation, today's version, what its input must be, and how an older input becomes today's.
 * `lifts[1]` makes version 2 of version 1, and so on; a tablet may sync on Friday what Monday's app captured.
 */
export interface CaptureKind<I = unknown> {
  operation: string;
  version: number;
  input: z.ZodType<I>;
  /** Of a ballot: nobody may read it, and what the city received of it goes as soon as it is in effect. */
  secret?: true;
  lifts?: Readonly<Record<number, (older: never) => unknown>>;
}

/** What one sealed item's protected header must name, beside what JWE itself asks: the item that it belongs to. */
export const SEAL_ALGORITHMS = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM' } as const;
