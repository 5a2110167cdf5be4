import { sql } from '../../kernel/command.ts';
import type { RetentionRule } from '../../kernel/retention.ts';
import { purgeWords } from './words.commands.ts';

/** The days in which it is known which device tapped: as long as it could answer twice, and a tablet's answers of a weekend come late. */
const DEVICE_DAYS = 7;
/** The days that words are kept: two winters can be compared. */
const WORDS_DAYS = 730;

export const retention: RetentionRule[] = [
  {
    key: 'touchpoint-device',
    of: ['TouchpointTap'],
    ground: 'PUBLIC_TASK',
    days: DEVICE_DAYS,
    // the answer stays, and is nobody's
    records: `select id, received_at as since, received_at + interval '${DEVICE_DAYS} days' as until from touchpoint_tap where device is not null`,
    purge: ({ em }, ids) => sql(em, 'update touchpoint_tap set device = null where id = any($1::uuid[])', [ids]),
  },
  {
    key: 'touchpoint-words',
    of: ['TouchpointWords'],
    ground: 'PUBLIC_TASK',
    days: WORDS_DAYS,
    records: `select id, received_at as since, received_at + interval '${WORDS_DAYS} days' as until from touchpoint_words`,
    purge: purgeWords,
    named: true,
  },
];
