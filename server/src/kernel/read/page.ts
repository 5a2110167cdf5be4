import { arrayOf } from './json.ts';
import { id, join, raw, sql, type Sql } from './sql.ts';

/** A row of a statement: its JSON text, and what must be joined for it. */
export interface RowSql {
  json: Sql;
  joins: readonly Sql[];
}

/** The rows that a list or a page shows. They are picked in a subquery, before anything is joined to them. */
export interface Extent {
  alias: string;
  /** What the subquery gives of a row. */
  columns: Sql;
  from: Sql;
  /** Which rows there are; a page's total counts these. */
  where: Sql;
  /** The order in the subquery, and the same order around it. */
  inside: Sql;
  around: Sql;
}

/** How much of an extent is shown: so many rows, after a cursor's if there is one. */
export interface Part {
  first: number;
  beyond?: Sql | undefined;
}

/** Rows in an order that their own columns have. */
export const extentOf = (alias: string, from: Sql, where: Sql, order: Sql): Extent => ({
  alias,
  columns: sql`${id(alias)}.*`,
  from,
  where,
  inside: order,
  around: order,
});

/** The first row alone, as `j`. */
export const oneOf = (extent: Extent, part: Part, { json, joins }: RowSql): Sql =>
  sql`select ${json} as j from ${picked(extent, { ...part, first: 1 })}${join(joins, '')}`;

/** The rows as a JSON array, `j`. */
export const listOf = (extent: Extent, part: Part, { json, joins }: RowSql): Sql =>
  sql`select ${arrayOf(json, extent.around)} as j from ${picked(extent, part)}${join(joins, '')}`;

/** The pieces of which a page's JSON is made. */
export interface PageSql {
  /** An array of what is made of each row. */
  each: (json: Sql) => Sql;
  endCursor: Sql;
  hasNextPage: Sql;
  totalCount: Sql;
}

/** @param cursor the cursor of a row, as SQL text */
export function pageOf({ alias, from, where }: Extent, { first }: Part, cursor: Sql): PageSql {
  const place = id(alias, '#');
  const shown = sql` filter (where ${place} <= ${limit(first)})`;
  return {
    each: (json) => arrayOf(json, place, shown),
    endCursor: sql`coalesce('"' || (array_agg(${cursor} order by ${place} desc)${shown})[1] || '"', 'null')`,
    hasNextPage: sql`(count(*) > ${limit(first)})::text`,
    totalCount: sql`(select count(*)::text from ${from} where ${where})`,
  };
}

/**
 * The page's JSON as `j`. One row more than asked for is picked: it tells of a next page and is not shown.
 * `having` makes one group of the rows even when the JSON asks nothing of them.
 */
export function pageStatement(extent: Extent, part: Part, { json, joins }: RowSql): Sql {
  const numbered = sql`select *, row_number() over (order by ${extent.around}) as "#" from ${picked(extent, { ...part, first: part.first + 1 })}`;
  return sql`select ${json} as j from (${numbered}) ${id(extent.alias)}${join(joins, '')} having true`;
}

function picked({ alias, columns, from, where, inside }: Extent, { first, beyond }: Part): Sql {
  const condition = beyond ? sql`(${where}) and (${beyond})` : where;
  return sql`(select ${columns} from ${from} where ${condition} order by ${inside} limit ${limit(first)}) ${id(alias)}`;
}

// written into the text: with a parameter PostgreSQL would plan for a tenth of the table
const limit = (first: number): Sql => raw(String(first));
