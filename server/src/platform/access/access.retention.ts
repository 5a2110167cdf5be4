import { deleteFrom, type RetentionRule } from '../../kernel/retention.ts';
import { sessionEnd, usualTimes } from './session.ts';

/** What lets somebody in goes in the night after it has ended. */
const ends = { ground: 'LEGAL_OBLIGATION', days: 0 } as const;

export const retention: RetentionRule[] = [
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
    key: 'session',
    of: ['Session'],
    ...ends,
    records: `select id, created_at as since, ${sessionEnd(usualTimes)} as until from session`,
    purge: deleteFrom('session'),
  },
];
