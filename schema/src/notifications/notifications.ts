import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { locales } from '../kernel/localized.ts';
import { Receipt } from '../kernel/receipt.ts';
import { deliveryResults, mailRhythms, notificationChannels, notificationKinds } from './kinds.ts';

export const NotificationKind = z.enum(notificationKinds).enum;
export type NotificationKind = keyof typeof NotificationKind;
export const NotificationChannel = z.enum(notificationChannels).enum;
export type NotificationChannel = keyof typeof NotificationChannel;
export const MailRhythm = z.enum(mailRhythms).enum;
export type MailRhythm = keyof typeof MailRhythm;
export const DeliveryResult = z.enum(deliveryResults).enum;
export type DeliveryResult = keyof typeof DeliveryResult;

const Base64Url = /^[A-Za-z0-9_-]+={0,2}$/;

/** A browser's address at its push service. It is a secret: whoever has it knows the browser. */
const Endpoint = z
  .url({ protocol: /^https?$/ })
  .max(1000)
  .describe("The browser's address at its push service.");

/** A browser that is to be told: what its own subscription says. */
export const Browser = z.object({
  endpoint: Endpoint,
  p256dh: z.string().regex(Base64Url).length(87).describe('Its public key on P-256, uncompressed, base64url.'),
  auth: z.string().regex(Base64Url).min(22).max(24).describe('Its authentication secret of 16 bytes, base64url.'),
  language: z.enum(locales).describe('The language in which it is told.'),
});
export type Browser = z.infer<typeof Browser>;

/** This browser is told no more. */
export const UnsubscribeBrowser = z.object({ endpoint: Endpoint });
export type UnsubscribeBrowser = z.infer<typeof UnsubscribeBrowser>;

/** Whoever holds a receipt is told on this browser what comes of it. */
export const FollowFeedback = Browser.extend({ receipt: Receipt.describe('The code on the receipt.') });
export type FollowFeedback = z.infer<typeof FollowFeedback>;

/** They are told no more. */
export const UnfollowFeedback = UnsubscribeBrowser.extend({ receipt: Receipt.describe('The code on the receipt.') });
export type UnfollowFeedback = z.infer<typeof UnfollowFeedback>;

/** Whether one is told of something by a channel. */
export const ChooseNotification = z.object({
  kind: z.enum(notificationKinds).describe('Of what.'),
  channel: z.enum(notificationChannels).describe('By which channel.'),
  wanted: z.boolean().describe('Whether they want to be.'),
});
export type ChooseNotification = z.infer<typeof ChooseNotification>;

/** Which notifications are read. */
export const ReadNotifications = z.object({ ids: z.array(Id).max(100).nullish().describe('Which; all of them when none is named.') });
export type ReadNotifications = z.infer<typeof ReadNotifications>;

/** A test to oneself. */
export const SendTest = z
  .object({ channel: z.enum(['MAIL', 'PUSH']).describe('MAIL or PUSH.'), endpoint: Endpoint.nullish() })
  .refine(({ channel, endpoint }) => channel === 'MAIL' || endpoint, { path: ['endpoint'], error: 'required' });
export type SendTest = z.infer<typeof SendTest>;

/** The secret in a link by which mail ends: 32 random bytes, base64url. */
export const StopSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
