import { z } from 'zod';
import { Id } from '../kernel/id.ts';

/**
 * A request is good for this long by the city's clock, either way; what is older was kept by somebody. A tablet whose clock is wrong says what the
 * city's shows, as it last measured it, and measures anew when it is told that this was too far off.
 */
export const ROSTER_WINDOW_MINUTES = 5;

/** Asks who staffs an event, signed by a tablet of the city: the names are for its own people. */
export const AskRoster = z.object({
  requestId: Id.describe('A nonce that the answer must echo; an answer without it was not ours.'),
  deviceId: Id.describe("The tablet's id, as it was enrolled."),
  eventId: Id.describe('The event.'),
  sentAt: z.iso.datetime({ offset: true }).describe("By the city's clock, as the tablet last measured its own against it."),
  signature: z.string().max(200).describe('ECDSA P-256 with SHA-256 over `rosterText`, base64url, by the key made at enrolment.'),
});
export type AskRoster = z.infer<typeof AskRoster>;

/** The text that a tablet signs: every fact of the request, in a fixed order. */
export const rosterText = ({ requestId, deviceId, eventId, sentAt }: Omit<AskRoster, 'signature'>): string =>
  ['torilla-roster', requestId, deviceId, eventId, sentAt].join('\n');

/** What a PIN is known by on a tablet without a network: PBKDF2 with SHA-256. */
export const PinVerifier = z.object({ salt: z.string(), iterations: z.int().min(1), hash: z.string() });
export type PinVerifier = z.infer<typeof PinVerifier>;

/** The city's answer, as the tablet must find it. */
export const RosterAnswer = z.object({
  requestId: Id,
  deviceName: z.string(),
  workers: z.array(z.object({ id: Id, displayName: z.string().min(1), pin: PinVerifier.nullable() })),
});
export type RosterAnswer = z.infer<typeof RosterAnswer>;
export type RosterWorker = RosterAnswer['workers'][number];
/** A worker's PIN, as a tablet checks it. */
export type WorkerPin = PinVerifier & { workerId: Id };
