import { z } from 'zod';
import { Id } from '../kernel/id.ts';

/** A tablet of the city, enrolled by staff, or a resident's own browser, enrolled by itself. */
export const DeviceKind = z.enum(['TABLET', 'PUBLIC']).enum;
export type DeviceKind = keyof typeof DeviceKind;

/** What a tablet is for: a worker in the field, who hands it over at will, or residents alone, who never leave its one form. */
export const deviceRoles = ['FIELD', 'KIOSK'] as const;
export const DeviceRole = z.enum(deviceRoles).enum;
export type DeviceRole = keyof typeof DeviceRole;

/** What staff call a tablet. */
export const DeviceName = z.string().trim().min(1).max(60).describe('What staff call the tablet: Tabletti 1.');

/** The public half of the device's signing key: ECDSA on P-256, as a JSON Web Key. */
export const DeviceKey = z.object({
  kty: z.literal('EC').describe('Always EC.'),
  crv: z.literal('P-256').describe('Always P-256.'),
  x: z.string().max(60).describe('Base64url.'),
  y: z.string().max(60).describe('Base64url.'),
});
export type DeviceKey = z.infer<typeof DeviceKey>;

const enrolment = z.object({ deviceId: Id.describe('Minted on the device.'), publicKey: DeviceKey.describe('What its signatures are checked with.') });

/** Makes a one-use code, good for fifteen minutes, with which one tablet is enrolled for that event and in that role. */
export const OfferEnrolment = z
  .object({
    name: DeviceName,
    role: z.enum(deviceRoles).default('FIELD').describe('What the tablet is for. Default FIELD.'),
    eventId: Id.nullish().describe('The event it is for: its pack is fetched at once. A KIOSK always has one.'),
  })
  .refine((offer) => offer.role !== 'KIOSK' || offer.eventId, { path: ['eventId'], error: 'kiosk-needs-event' });
export type OfferEnrolment = z.infer<typeof OfferEnrolment>;

/** Changes what staff call a tablet. It learns of it with the next pack that it fetches. */
export const RenameDevice = z.object({ id: Id.describe('Which.'), name: DeviceName });
export type RenameDevice = z.infer<typeof RenameDevice>;

/** Takes a tablet out of use that has done its work. */
export const RetireDevice = z.object({
  id: Id.describe('Which.'),
  lacking: z
    .int()
    .min(0)
    .default(0)
    .describe('How many captures of it the city lacks, as the person who retires it was told; when it lacks more, nothing is done. Default 0.'),
});
export type RetireDevice = z.infer<typeof RetireDevice>;

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
