import { getNamedType, getNullableType, type GraphQLOutputType, isEnumType, isListType, isObjectType } from 'graphql';
import { join, lit, raw, sql, type Sql } from './sql.ts';

/*
 * JSON is glued together as text: `||` over texts costs less than half of what json_build_object and json_agg do.
 * Every piece is a valid JSON text and never SQL null, which would swallow its surroundings.
 */

const instant = lit('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

/** How each scalar of the API is written, from a column of a type (`''` when the value is computed). */
const scalars: Readonly<Record<string, (value: Sql, column: string) => Sql>> = {
  // written as text, so that bigint and numeric keep every digit
  String: text,
  ID: (value, column) => (column.startsWith('uuid') ? sql`'"' || ${value} || '"'` : text(value)),
  Int: (value) => sql`${value}::text`,
  Boolean: (value) => sql`${value}::text`,
  // JSON has no word for these
  Float: (value) => sql`case when ${value}::float8 in ('NaN', 'Infinity', '-Infinity') then null else to_json(${value}::float8)::text end`,
  DateTime: (value, column) =>
    /^timestamp(\(\d\))?( without.*)?$/.test(column)
      ? sql`'"' || to_char(${value}, ${instant}) || '"'`
      : sql`'"' || to_char(${value} at time zone 'UTC', ${instant}) || '"'`,
  LocalDate: (value) => sql`to_json(${value})::text`,
  JSON: whole,
};

/** Whether a scalar can be written; the check at start refuses the others. */
export const isWritable = (scalar: string): boolean => scalar in scalars;

/**
 * A value as the JSON text that its GraphQL type promises; `null` for SQL null. A value object or a list is the
 * column's own JSON, whole: the executor picks from it.
 * @throws for a scalar that nobody taught it to write
 */
export function jsonOf(type: GraphQLOutputType, value: Sql, column = ''): Sql {
  const named = getNamedType(type);
  const write = isListType(getNullableType(type)) || isObjectType(named) ? whole : isEnumType(named) ? text : scalars[named.name];
  if (!write) throw new Error(`The scalar ${named.name} cannot be read from the database`);
  return sql`coalesce(${write(value, column)}, 'null')`;
}

/** A column as JSON text by its own type, for columns that need not be in the API. */
export function jsonOfColumn(value: Sql, column: string): Sql {
  const write = column.startsWith('timestamp') ? scalars['DateTime']! : /^(bigint|numeric|decimal)/.test(column) ? text : whole;
  return sql`coalesce(${write(value, column)}, 'null')`;
}

/** An object of keys and JSON texts. */
export function objectOf(pairs: readonly (readonly [key: string, json: Sql])[]): Sql {
  if (!pairs.length) return lit('{}');
  const glued = pairs.map(([key, json], i) => sql`${lit(`${i ? ',' : '{'}${JSON.stringify(key)}:`)} || ${json}`);
  return sql`${join(glued, ' || ')} || '}'`;
}

/** An array of the JSON texts of a group of rows. */
export const arrayOf = (json: Sql, order: Sql, filter: Sql = raw('')): Sql =>
  sql`'[' || coalesce(string_agg(${json}, ',' order by ${order})${filter}, '') || ']'`;

function text(value: Sql): Sql {
  return sql`to_json(${value}::text)::text`;
}

function whole(value: Sql, column = ''): Sql {
  return column === 'jsonb' || column === 'json' ? sql`${value}::text` : sql`to_json(${value})::text`;
}
