import { type Column, columnsOf, type Meta } from './metadata.ts';
import { all, join, raw, sql, Sql } from './sql.ts';

type Scalar = string | number | boolean | Date;

/** The comparisons of one column. */
export interface Comparison {
  $eq?: Scalar | null;
  $ne?: Scalar | null;
  $gt?: Scalar;
  $gte?: Scalar;
  $lt?: Scalar;
  $lte?: Scalar;
  /** Like, whatever the case; `%` and `_` in it are wildcards. */
  $ilike?: string;
  $in?: readonly Scalar[];
  $nin?: readonly Scalar[];
}

/**
 * A subset of MikroORM's filters: properties, all of which must hold. A value is equality, null is absence, an array is
 * membership; a relation is compared by its key. A property that is undefined is not asked about.
 */
export interface Conditions {
  $or?: readonly Where[];
  $and?: readonly Where[];
  [property: string]: Scalar | null | undefined | readonly Scalar[] | Comparison | readonly Where[];
}

/** A condition: a filter, or a piece of SQL that is put in parentheses. */
export type Where = Conditions | Sql | ((column: Column) => Sql);

const operators: Record<string, (column: Sql, value: unknown) => Sql> = {
  $eq: (column, value) => (value === null ? sql`${column} is null` : sql`${column} = ${value}`),
  $ne: (column, value) => (value === null ? sql`${column} is not null` : sql`${column} <> ${value}`),
  $gt: (column, value) => sql`${column} > ${value}`,
  $gte: (column, value) => sql`${column} >= ${value}`,
  $lt: (column, value) => sql`${column} < ${value}`,
  $lte: (column, value) => sql`${column} <= ${value}`,
  $ilike: (column, value) => sql`${column} ilike ${value}`,
  $in: (column, value) => sql`${column} = any(${value})`,
  $nin: (column, value) => sql`${column} <> all(${value})`,
};

/** The condition on an entity's rows at an alias. @throws for a property or an operator that is not there */
export function conditionOf(meta: Meta, alias: string, where: Where | undefined): Sql {
  const column = columnsOf(meta, alias);
  if (where === undefined) return raw('true');
  if (where instanceof Sql) return where;
  if (typeof where === 'function') return where(column);
  return all(
    Object.entries(where)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        if (name === '$and') return all(branches(meta, alias, value));
        if (name === '$or') return any(branches(meta, alias, value));
        return compare(column(name), value, name);
      }),
  );
}

const branches = (meta: Meta, alias: string, value: unknown): Sql[] => (value as readonly Where[]).map((branch) => conditionOf(meta, alias, branch));

// none of no conditions holds: an empty choice shows nothing rather than everything
const any = (conditions: readonly Sql[]): Sql =>
  conditions.length
    ? join(
        conditions.map((one) => sql`(${one})`),
        ' or ',
      )
    : raw('false');

function compare(column: Sql, value: unknown, name: string): Sql {
  if (Array.isArray(value)) return operators.$in!(column, value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return operators.$eq!(column, value);
  return all(
    Object.entries(value)
      .filter(([, operand]) => operand !== undefined)
      .map(([operator, operand]) => {
        const write = operators[operator];
        if (!write) throw new Error(`${name} is compared by ${operator}, which is no comparison`);
        return write(column, operand);
      }),
  );
}
