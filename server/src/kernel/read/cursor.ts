import { Problem } from '../problem.ts';
import { type Column, columnType, type Meta } from './metadata.ts';
import type { Order } from './order.ts';
import { join, lit, raw, sql, type Sql } from './sql.ts';

/*
 * A cursor is base64url of a JSON array: the order that it belongs to, then the row's values in it as text. PostgreSQL
 * writes the values and reads them again, so instants keep their microseconds and numbers their digits.
 */

const signature = (order: Order): string =>
  Object.entries(order)
    .map(([name, direction]) => `${name} ${direction}`)
    .join();

/** Makes the cursor of a row. */
export function cursorOf(order: Order, column: Column): Sql {
  const values = join([lit(signature(order)), ...Object.keys(order).map((name) => sql`${column(name)}::text`)]);
  return sql`translate(encode(convert_to(json_build_array(${values})::text, 'UTF8'), 'base64'), e'+/=\\n', '-_')`;
}

/**
 * Reads the values of a cursor that was made for this order.
 * @throws Problem `unknown-cursor` when it was not
 */
export function parseCursor(meta: Meta, order: Order, cursor: string): readonly string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new Problem('unknown-cursor');
  }
  const [made, ...values] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
  const names = Object.keys(order);
  const known =
    made === signature(order) &&
    values.length === names.length &&
    values.every((value, i) => typeof value === 'string' && isPlausible(value, columnType(meta, names[i]!)));
  if (!known) throw new Problem('unknown-cursor');
  return values as string[];
}

/** The rows after a cursor's. */
export function beyond(meta: Meta, order: Order, column: Column, values: readonly string[]): Sql {
  const terms = Object.entries(order).map(([name, direction], i) => ({
    column: column(name),
    value: sql`${values[i]}::${raw(columnType(meta, name))}`,
    after: raw(direction === 'desc' ? '<' : '>'),
    notBefore: raw(direction === 'desc' ? '<=' : '>='),
    direction,
  }));
  const [first] = terms;
  // one comparison of rows is one range of an index
  if (terms.every((term) => term.direction === first!.direction)) {
    return sql`(${join(terms.map((term) => term.column))}) ${first!.after} (${join(terms.map((term) => term.value))})`;
  }
  const after = terms.map((term, i) => {
    const equal = terms.slice(0, i).map((before) => sql`${before.column} = ${before.value}`);
    return sql`(${join([...equal, sql`${term.column} ${term.after} ${term.value}`], ' and ')})`;
  });
  // the first condition follows from the second; it is there because it is a range of an index
  return sql`${first!.column} ${first!.notBefore} ${first!.value} and (${join(after, ' or ')})`;
}

const plausible: readonly [type: RegExp, value: RegExp][] = [
  [/^uuid/, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i],
  [/^(int|bigint|smallint)/, /^-?\d{1,19}$/],
  [/^(numeric|decimal|float|double|real)/, /^-?\d{1,40}(\.\d{1,40})?(e[+-]?\d{1,3})?$/],
  [/^(timestamp|date)/, /^\d{4,6}-\d\d-\d\d([ T]\d\d:\d\d:\d\d(\.\d{1,6})?([+-]\d\d(:\d\d){0,2}|Z)?)?$/],
  [/^bool/, /^(true|false)$/],
];

// PostgreSQL would refuse the rest as well, but only as a fault of the whole statement
function isPlausible(value: string, type: string): boolean {
  if (value.includes('\0')) return false;
  return plausible.find(([of]) => of.test(type))?.[1].test(value) ?? true;
}
