/** Why somebody who came by an identity provider was not let in, whoever they are. */
const refusals = [
  // they said no at the provider
  'cancelled',
  'provider-down',
  // the provider's answer did not pass a check
  'provider-answer',
  // too long ago, used already, or begun in another browser or account
  'start-again',
  'too-many-requests',
  'internal',
] as const;

/** Why a member of staff was not; the sign-in page says what to do (`?virhe=…`). */
export const staffRefusals = [
  ...refusals,
  // known to the provider, and nobody here
  'no-role',
  // the provider told no address, or one that it has not checked
  'no-address',
  // the address is that of somebody else here
  'address-taken',
] as const;

/** Why a resident was not; their own pages say what to do. */
export const residentRefusals = [
  ...refusals,
  // they showed who they are in a way that is not strong
  'not-strong',
  // a child acts through a guardian's account
  'too-young',
  // the same person has another account
  'other-account',
  // the account is another person's
  'other-person',
] as const;

export type SignInRefusal = (typeof staffRefusals | typeof residentRefusals)[number];
