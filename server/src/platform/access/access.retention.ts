import { deleteFrom, type RetentionRule } from '../../kernel/retention.ts';
import type { Settings } from '../../kernel/services.ts';
import { sessionEnd } from './session.ts';

/** What lets somebody in goes in the night after it has ended. */
const ends = { ground: 'LEGAL_OBLIGATION', days: 0 } as const;

export const retention = ({ sessionTimes }: Settings): RetentionRule[] => [
  {
    key: 'sign-in-code',
    of: ['SignInCode'],
    ...ends,
    records: 'select id, null::timestamptz as since, expires_at as until from sign_in_code',
    purge: deleteFrom('sign_in_code'),
  },
  {
    key: 'sign-in-link',
    of: ['SignInLink'],
    ...ends,
    records: 'select hash as id, null::timestamptz as since, coalesce(used_at, expires_at) as until from sign_in_link',
    purge: deleteFrom('sign_in_link', 'hash', 'text'),
  },
  {
    key: 'pending-sign-in',
    of: ['PendingSignIn'],
    ...ends,
    records: 'select hash as id, null::timestamptz as since, expires_at as until from pending_sign_in',
    purge: deleteFrom('pending_sign_in', 'hash', 'text'),
  },
  {
    key: 'passkey-challenge',
    of: ['PasskeyChallenge'],
    ...ends,
    records: 'select hash as id, null::timestamptz as since, expires_at as until from passkey_challenge',
    purge: deleteFrom('passkey_challenge', 'hash', 'text'),
  },
  {
    key: 'api-token',
    of: ['ApiToken'],
    ...ends,
    records: 'select id, created_at as since, expires_at as until from api_token',
    purge: deleteFrom('api_token'),
  },
  {
    key: 'session',
    of: ['Session'],
    ...ends,
    records: `select id, created_at as since, ${sessionEnd(sessionTimes)} as until from session`,
    purge: deleteFrom('session'),
  },
];
