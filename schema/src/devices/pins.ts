import { z } from 'zod';
import { Id } from '../kernel/id.ts';

/** Asks, as a tablet of the city, for what it checks the PINs of an event's workers with. */
export const WorkerPins = z.object({
  requestId: Id.describe('A nonce.'),
  deviceId: Id.describe('The tablet that asks.'),
  eventId: Id.describe('The event whose workers it is for.'),
  signature: z.string().max(200).describe('ECDSA P-256 with SHA-256 over `signedPinsText`, base64url, by the key made at enrolment.'),
});
export type WorkerPins = z.infer<typeof WorkerPins>;

/** The text that a tablet signs to ask for them. */
export const signedPinsText = ({ requestId, deviceId, eventId }: Omit<WorkerPins, 'signature'>): string =>
  ['torilla-pins', requestId, deviceId, eventId].join('\n');

/** What a tablet checks one worker's PIN with: PBKDF2 with SHA-256. */
export const WorkerPin = z.object({
  workerId: Id,
  /** Base64url. */
  salt: z.string(),
  iterations: z.int(),
  /** Base64url, 256 bits. */
  hash: z.string(),
});
export type WorkerPin = z.infer<typeof WorkerPin>;
