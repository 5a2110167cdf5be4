import { z } from 'zod';
import { locales } from '../kernel/locale.ts';
import { Id } from '../kernel/id.ts';
import { DisplayName, fitsUnit, GrantedRole } from '../staff/staff.ts';

/** As whom somebody signs in. The same address may be both. */
export const Audience = z.enum(['STAFF', 'RESIDENT']).enum;
export type Audience = keyof typeof Audience;

const email = z.email().max(254).toLowerCase();

/** Asks for a sign-in code. The answer is the same whether the address is known or not. */
export const RequestSignInCode = z.object({
  email: email.describe('Where the code is mailed to.'),
  audience: z.enum(['STAFF', 'RESIDENT']).default('STAFF').describe('As whom to sign in.'),
});
export type RequestSignInCode = z.output<typeof RequestSignInCode>;

/** Signs in with the six digits that came by mail: good for ten minutes and five tries. */
export const SignInWithCode = z.object({
  email: email.describe('Where the code was mailed to.'),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .describe('Six digits.'),
});
export type SignInWithCode = z.infer<typeof SignInWithCode>;

/** The same for a resident; the first time makes their account. */
export const SignInAsResident = SignInWithCode.extend({ locale: z.enum(locales).default('fi').describe('The language in which the city writes to them.') });
export type SignInAsResident = z.output<typeof SignInAsResident>;

/** Signs in with the secret of a link that the city mailed or printed once. */
export const FollowSignInLink = z.object({ secret: z.string().min(40).max(60).describe('What stands behind the # of the link.') });
export type FollowSignInLink = z.infer<typeof FollowSignInLink>;

/** Brings somebody into the city's staff: an account, a role, and a link by mail that signs them in once. */
export const InviteStaff = GrantedRole.extend({
  id: Id.describe('Minted where the invitation is written; the same id is the same person.'),
  email: email.describe('Their address at work.'),
  displayName: DisplayName,
}).refine(fitsUnit, { path: ['unit'], error: 'role-is-for-the-whole-city' });
export type InviteStaff = z.output<typeof InviteStaff>;

/** What a passkey is called by its owner, to tell it from their others. */
const passkeyName = z.string().trim().min(1).max(60).describe('What its owner calls it: "Työpuhelin".');

/** Keeps a passkey that the browser has just made. */
export const AddPasskey = z.object({
  id: Id.describe('Minted where it was made; the same id is the same passkey.'),
  name: passkeyName,
  response: z.unknown().describe('What the browser answered, as `PublicKeyCredential.toJSON()` gives it.'),
});
export type AddPasskey = z.infer<typeof AddPasskey>;

/** Gives a passkey another name. */
export const RenamePasskey = z.object({ id: Id.describe('Which.'), name: passkeyName });
export type RenamePasskey = z.infer<typeof RenamePasskey>;

/** Signs in with a passkey, of whose owner nothing was asked before. */
export const SignInWithPasskey = z.object({ response: z.unknown().describe('What the browser answered, as `PublicKeyCredential.toJSON()` gives it.') });
export type SignInWithPasskey = z.infer<typeof SignInWithPasskey>;

/** The longest that a token lasts, in days. */
export const MOST_TOKEN_DAYS = 366;

/** Makes a token with which a script works in its owner's name, and may do no more than is named. */
export const MakeApiToken = z.object({
  id: Id.describe('Minted where it is made. Sent again, the same token has another secret.'),
  name: z.string().trim().min(1).max(60).describe('What it is for: "Tilastojen haku".'),
  verbs: z.array(z.string().max(60)).min(1).max(100).describe('The verbs that it may do, of `tokenVerbs`.'),
  days: z.int().min(1).max(MOST_TOKEN_DAYS).describe('After how many days it ends.'),
});
export type MakeApiToken = z.infer<typeof MakeApiToken>;

/** How somebody signed in. */
export const SignInMethod = z.enum(['CODE', 'LINK', 'PROVIDER', 'PASSKEY']).enum;
export type SignInMethod = keyof typeof SignInMethod;
