import { OWN_ACCOUNT_AGE } from '@torilla/schema/residents/residents';
import type { RetentionRule } from '../../kernel/retention.ts';
import { hamina } from '../municipality/hamina.ts';
import { letGo } from './children.commands.ts';

export const retention: RetentionRule[] = [
  {
    key: 'resident',
    of: ['Resident'],
    ground: 'PUBLIC_TASK',
    days: null,
    records: 'select id, created_at as since, null::timestamptz as until from resident',
  },
  {
    // an account is one person's for as long as it is there
    key: 'identity',
    of: ['Identity'],
    ground: 'PUBLIC_TASK',
    days: null,
    records: 'select id, verified_at as since, null::timestamptz as until from identity',
  },
  {
    // of a birth only the year is known: a child is surely old enough for an account of their own with the next
    key: 'child',
    of: ['Child'],
    ground: 'CONSENT',
    days: null,
    records: `select id, created_at as since, make_timestamptz(birth_year + ${OWN_ACCOUNT_AGE + 1}, 1, 1, 0, 0, 0, '${hamina.timeZone}') as until from child`,
    purge: letGo,
    named: true,
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
