import { Problem } from '../problem.ts';
import { raw, sql, type Sql } from '../read/sql.ts';

/** Where something stands among what was found, as PostgreSQL writes it. */
export interface Standing {
  rank: string;
  at: string;
  kind: string;
  id: string;
}

/** The best first, of those the newest; the rest decides only so that no two are equal. */
export const ORDER = raw('rank desc, at desc, kind desc, id desc');

export const cursorOf = ({ rank, at, kind, id }: Standing): string => Buffer.from(JSON.stringify([rank, at, kind, id])).toString('base64url');

const plausible = [
  /^-?\d{1,9}(\.\d{1,12})?(e[+-]?\d{1,2})?$/,
  /^(-infinity|\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)$/,
  /^[\w-]{1,40}$/,
  /^[\w-]{1,60}$/,
];

/** What stands after a cursor. @throws Problem `unknown-cursor` for what is none */
export function beyond(cursor: string): Sql {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new Problem('unknown-cursor');
  }
  if (!Array.isArray(values) || values.length !== plausible.length || !values.every((value, i) => typeof value === 'string' && plausible[i]!.test(value)))
    throw new Problem('unknown-cursor');
  const [rank, at, kind, id] = values as string[];
  return sql`(rank, at, kind, id) < (${rank}::float4, ${at}::timestamptz, ${kind}::text, ${id}::text)`;
}
