import type { Fault } from './faultyProvider.ts';

/** Faults with the code that each is refused by, and the check that the log names. */
export type Faults = readonly [what: string, fault: Fault, code: string, check?: string][];

const later = 600;
/** What can be wrong with the answer of any provider, and what the person is told. */
export const protocolFaults: Faults = [
  ['a nonce of another sign-in', { claims: (claims) => ({ ...claims, nonce: 'of-another' }) }, 'provider-answer', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
  ['no nonce', { claims: ({ nonce: _, ...claims }) => claims }, 'provider-answer'],
  ['a token for another city', { claims: (claims) => ({ ...claims, aud: 'another-city' }) }, 'provider-answer', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
  ['a token for two, made for the other', { claims: (claims) => ({ ...claims, aud: ['torilla', 'other'], azp: 'other' }) }, 'provider-answer'],
  ['another issuer', { claims: (claims) => ({ ...claims, iss: 'https://login.example.fi' }) }, 'provider-answer', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
  ['another issuer on the way back', { back: (answer) => answer.set('iss', 'https://login.example.fi') }, 'provider-answer'],
  ['a token that nobody signed', { signed: 'by-nobody' }, 'provider-answer'],
  ['a token that somebody else signed', { signed: 'by-another' }, 'provider-answer'],
  [
    'a token that has run out',
    { claims: (claims) => ({ ...claims, exp: claims.exp! - later, iat: claims.iat! - later }) },
    'provider-answer',
    'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  ],
  [
    'a token from the future',
    { claims: (claims) => ({ ...claims, iat: claims.iat! + later, exp: claims.exp! + later }) },
    'provider-answer',
    'issued-in-the-future',
  ],
  ['a token that is not yet good', { claims: (claims) => ({ ...claims, nbf: claims.iat! + later }) }, 'provider-answer'],
  ['a token of nobody', { claims: ({ sub: _, ...claims }) => claims }, 'provider-answer'],
  ['no ID token', { token: ({ id_token: _, ...answer }) => answer }, 'provider-answer', 'OAUTH_INVALID_RESPONSE'],
  ['an ID token that is none', { token: (answer) => ({ ...answer, id_token: 'x.y.z' }) }, 'provider-answer'],
  ['a no by the person', { back: (answer) => answer.set('error', 'access_denied') }, 'cancelled'],
  ['an error of the provider', { back: (answer) => answer.set('error', 'invalid_scope') }, 'provider-answer'],
  ['a provider that is busy', { back: (answer) => answer.set('error', 'temporarily_unavailable') }, 'provider-down'],
  ['a token endpoint that is down', { status: { '/token': 503 } }, 'provider-down'],
  ['a state of nobody', { back: (answer) => answer.set('state', 'made-up') }, 'start-again'],
  ['no state', { back: (answer) => answer.delete('state') }, 'start-again'],
  ['two states', { back: (answer) => answer.append('state', 'another') }, 'start-again'],
  ['no code', { back: (answer) => answer.delete('code') }, 'provider-answer'],
];
