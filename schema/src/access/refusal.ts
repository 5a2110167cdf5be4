/** Why somebody who came by an identity provider was not let in; the sign-in page says what to do (`?virhe=…`). */
export const signInRefusals = [
  // they said no at the provider
  'cancelled',
  'provider-down',
  // the provider's answer did not pass a check
  'provider-answer',
  // too long ago, used already, or begun in another browser
  'start-again',
  // known to the provider, and nobody here
  'no-role',
  // the provider told no address, or one that it has not checked
  'no-address',
  // the address is that of somebody else here
  'address-taken',
  'too-many-requests',
  'internal',
] as const;

export type SignInRefusal = (typeof signInRefusals)[number];
