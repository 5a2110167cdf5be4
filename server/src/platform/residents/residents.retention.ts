import type { RetentionRule } from '../../kernel/retention.ts';

export const retention: RetentionRule[] = [
  {
    key: 'resident',
    of: ['Resident'],
    ground: 'PUBLIC_TASK',
    days: null,
    records: 'select id, created_at as since, null::timestamptz as until from resident',
  },
  {
    // what somebody consented to, and took back, is shown for as long as they have an account
    key: 'consent',
    of: ['Consent'],
    ground: 'CONSENT',
    days: null,
    records: 'select id, given_at as since, null::timestamptz as until from consent',
  },
];
