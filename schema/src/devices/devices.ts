import { z } from 'zod';
import { Id } from '../kernel/id.ts';

/** A tablet of the city, enrolled by staff, or a resident's own browser, enrolled by itself. */
export const DeviceKind = z.enum(['TABLET', 'PUBLIC']).enum;
export type DeviceKind = keyof typeof DeviceKind;

/** The public half of the device's signing key: ECDSA on P-256, as a JSON Web Key. */
export const DeviceKey = z.object({
  kty: z.literal('EC').describe('Always EC.'),
  crv: z.literal('P-256').describe('Always P-256.'),
  x: z.string().max(60).describe('Base64url.'),
  y: z.string().max(60).describe('Base64url.'),
});
export type DeviceKey = z.infer<typeof DeviceKey>;

const enrolment = z.object({ deviceId: Id.describe('Minted on the device.'), publicKey: DeviceKey.describe('What its signatures are checked with.') });

/** Makes a one-use code, good for fifteen minutes, with which one tablet is enrolled. */
export const OfferEnrolment = z.object({
  name: z.string().trim().min(1).max(60).describe('What staff will call the tablet.'),
  eventId: Id.nullish().describe('The event it is for, if any.'),
});
export type OfferEnrolment = z.infer<typeof OfferEnrolment>;

/** Enrols a tablet with the code that a member of staff was given. */
export const EnrolTablet = enrolment.extend({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-Z]{4}-?[0-9A-Z]{4}$/)
    .describe('Eight characters in two groups; case and the dash do not matter.'),
});
export type EnrolTablet = z.infer<typeof EnrolTablet>;

/** A resident's own browser enrols itself. */
export const EnrolPublicDevice = enrolment;
export type EnrolPublicDevice = z.infer<typeof EnrolPublicDevice>;
