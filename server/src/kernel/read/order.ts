import { type Column, type Meta, primaryKey, propertyOf } from './metadata.ts';
import { join, raw, sql, type Sql } from './sql.ts';

/** Properties in the order in which they decide. */
export type Order = Readonly<Record<string, 'asc' | 'desc'>>;

/** An order that no column has: SQL over the row, after which the primary key decides. For lists alone: a page has nothing in it to go on from. */
export type OrderBy = (column: Column) => Sql;

/**
 * The order with the primary key as its last word, so that no two rows are equal and a page has one place to go on.
 * @throws for a column that can be null: it would have no place in a page
 */
export function totalOrder(meta: Meta, order: Order = {}): Order {
  for (const name of Object.keys(order)) {
    if (propertyOf(meta, name).nullable) throw new Error(`${meta.className} cannot be ordered by ${name}, which can be null`);
  }
  const key = primaryKey(meta).name;
  return key in order ? order : { ...order, [key]: Object.values(order).at(-1) ?? 'asc' };
}

/** What stands behind `order by`. */
export const orderBy = (order: Order, column: Column): Sql =>
  join(Object.entries(order).map(([name, direction]) => sql`${column(name)} ${raw(direction === 'desc' ? 'desc' : 'asc')}`));
