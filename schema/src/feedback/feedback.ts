import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';
import { locales } from '../kernel/localized.ts';
import { Receipt } from '../kernel/receipt.ts';
import { GivenReason, isTold } from '../views/views.ts';
import { MAX_ANSWER, MAX_PHOTO_BYTES, MAX_PHOTOS, MAX_WORDS } from './limits.ts';

export { CONTACT_DAYS, MAX_ANSWER, MAX_PHOTO_BYTES, MAX_PHOTOS, MAX_WORDS } from './limits.ts';

/** How the resident felt, from angry to glad, in the order of the faces. */
export const moods = ['ANGRY', 'DISAPPOINTED', 'NEUTRAL', 'HOPEFUL', 'HAPPY'] as const;
export const Mood = z.enum(moods).enum;
export type Mood = keyof typeof Mood;

/** How the words came: talked at the square, written by the resident on the tablet, by phone, on paper, or from home. */
export const channels = ['TALKED', 'WROTE_SELF', 'PHONE', 'PAPER', 'ONLINE'] as const;
export const Channel = z.enum(channels).enum;
export type Channel = keyof typeof Channel;

/** The language that the resident spoke (ISO 639-1), or `other`. */
export const spokenLanguages = ['fi', 'sv', 'en', 'ru', 'uk', 'et', 'ar', 'other'] as const;
export const SpokenLanguage = z.enum(spokenLanguages).enum;
export type SpokenLanguage = (typeof spokenLanguages)[number];

/** Where an answer goes: a name, and an e-mail or a phone number; kept until `deleteOn` at the latest. */
export const Contact = z
  .object({
    name: z.string().trim().min(1).max(120).describe('As the resident wants to be called.'),
    email: z.email().max(254).nullish(),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[0-9 ()-]{5,24}$/)
      .nullish(),
    consent: z.string().max(1000).describe('The consent text as it was shown, word for word.'),
    deleteOn: z.iso.date().describe('The day on which the contact details are deleted at the latest.'),
  })
  .refine((c) => c.email || c.phone, { path: ['email'], error: 'contact-needs-email-or-phone' });
export type Contact = z.infer<typeof Contact>;

/** A photo that follows the words: sealed with a key of its own that only the words' envelope tells. */
export const Photo = z.object({
  id: Id,
  type: z.enum(['image/jpeg', 'image/webp', 'image/png']),
  bytes: z.int().min(1).max(MAX_PHOTO_BYTES).describe('Length of the sealed bytes.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Lower-case hexadecimal SHA-256 of the sealed bytes.'),
  key: z.string().max(64).describe('AES-256-GCM key, base64url. The first twelve sealed bytes are the nonce.'),
});
export type Photo = z.infer<typeof Photo>;

/** One piece of feedback: words, or at least a mood or a topic, and what is known of it. */
export const GiveFeedback = z
  .object({
    words: z.string().trim().max(MAX_WORDS).nullish().describe('What the resident said, as near to their own words as may be.'),
    topics: z.array(Key).max(10).default([]).describe("Keys of the city's topics."),
    mood: z.enum(moods).nullish(),
    measureId: Id.nullish().describe('The measure of the plan that it concerns.'),
    unit: Key.nullish().describe('The unit whose service it concerns.'),
    district: Key.nullish(),
    language: z.enum(spokenLanguages).default('fi'),
    channel: z.enum(channels),
    headcount: z.int().min(1).max(1000).default(1).describe('How many people said it together; 1 for one person.'),
    contact: Contact.nullish().describe('Only when the resident wishes to be answered.'),
    photos: z.array(Photo).max(MAX_PHOTOS).default([]),
    note: z.string().trim().max(1000).nullish().describe('For colleagues; never shown to the public.'),
  })
  .refine((f) => f.words || f.mood || f.topics.length > 0, { path: ['words'], error: 'feedback-empty' });
export type GiveFeedback = z.output<typeof GiveFeedback>;

/** Puts what somebody said into their account: whoever knows its receipt may. */
export const ClaimFeedback = z.object({
  receipt: Receipt.describe('The code on the receipt; case, spaces and dashes do not matter.'),
  childId: Id.nullish().describe("The guardian's child who said it, null for the guardian; where it is left out it stays as it was."),
});
export type ClaimFeedback = z.output<typeof ClaimFeedback>;

/** Opens how a resident wishes to be answered. */
export const OpenContact = GivenReason.extend({ feedbackId: Id.describe('Whose answer.') }).refine(isTold, { path: ['words'], error: 'reason-in-words' });
export type OpenContact = z.output<typeof OpenContact>;

/** How an answer left by mail: nobody wished for one, it waits, the mail server has taken it, or it was refused for good or tried long enough. */
export const answerMails = ['NONE', 'WAITING', 'SENT', 'FAILED'] as const;
export const AnswerMail = z.enum(answerMails).enum;
export type AnswerMail = keyof typeof AnswerMail;

/** What the city tells: an answer, or what changed because of what was said. */
export const AnswerKind = z.enum(['ANSWER', 'CHANGE']).enum;
export type AnswerKind = keyof typeof AnswerKind;

/** Answers a resident. Sent again with the same id it mails what has not left, and changes nothing else. */
export const AnswerFeedback = z.object({
  id: Id.describe('Minted where it is written, so that sending twice makes one.'),
  feedbackId: Id.describe('What is answered.'),
  words: z.string().trim().min(1).max(MAX_ANSWER).describe('The answer, as the resident reads it.'),
  language: z.enum(locales).describe('The language in which it is written.'),
  kind: z.enum(Object.values(AnswerKind)).default('ANSWER').describe('An answer, or what changed because of what was said.'),
  measureId: Id.nullish().describe('Where the change is seen: a measure of the plan.'),
  eventId: Id.nullish().describe('Where the change is seen: an event.'),
  basedOn: Id.nullish().describe(
    'The newest answer that its writer has seen, null for none: where a colleague has answered meanwhile, it is refused. Left out, nothing is compared.',
  ),
});
export type AnswerFeedback = z.output<typeof AnswerFeedback>;
