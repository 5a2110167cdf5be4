import { z } from 'zod';
import { Id } from '../kernel/id.ts';

/** A tablet of the city, enrolled by staff, or a resident's own browser, enrolled by itself. */
export const DeviceKind = z.enum(['TABLET', 'PUBLIC']).enum;
export type DeviceKind = keyof typeof DeviceKind;

/** The public half of the device's signing key: ECDSA on P-256, as a JSON Web Key. */
export const DeviceKey = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string().max(60), y: z.string().max(60) });
export type DeviceKey = z.infer<typeof DeviceKey>;

const enrolment = z.object({ deviceId: Id, publicKey: DeviceKey });

/** Makes a one-use code, good for fifteen minutes, with which one tablet is enrolled. */
export const OfferEnrolment = z.object({ name: z.string().trim().min(1).max(60), eventId: Id.nullish() });
export type OfferEnrolment = z.infer<typeof OfferEnrolment>;

/** Enrols a tablet with the code that a member of staff was given. */
export const EnrolTablet = enrolment.extend({ code: z.string().trim().toUpperCase().regex(/^[0-9A-Z]{4}-?[0-9A-Z]{4}$/) });
export type EnrolTablet = z.infer<typeof EnrolTablet>;

/** A resident's own browser enrols itself. */
export const EnrolPublicDevice = enrolment;
export type EnrolPublicDevice = z.infer<typeof EnrolPublicDevice>;
