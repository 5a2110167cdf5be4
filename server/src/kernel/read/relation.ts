import { type EntityProperty, type MetadataStorage, ReferenceKind } from '@mikro-orm/core';
import { columnName, columnsOf, type Meta, primaryKey, propertyOf, targetOf } from './metadata.ts';
import { type Order, orderBy, totalOrder } from './order.ts';
import { type Extent, extentOf } from './page.ts';
import { id, sql, type Sql } from './sql.ts';
import { type ActorParams, isGuarded, rowsOf } from './visible.ts';

/** What a statement is planned with. */
export interface Reading {
  metadata: MetadataStorage;
  actor: ActorParams;
}

/** The rows at the other end of a relation: where they come from, and what ties them to the row at this end. */
export interface Link {
  from: Sql;
  on: Sql;
}

const isToOne = (property: EntityProperty): boolean => property.kind === ReferenceKind.MANY_TO_ONE || property.kind === ReferenceKind.ONE_TO_ONE;

/** What a property is to a reader. @throws for what is not read: embedded objects and polymorphic relations */
export function kindOf(meta: Meta, property: EntityProperty): 'column' | 'to-one' | 'to-many' {
  if (property.kind === ReferenceKind.SCALAR) return 'column';
  if (property.kind === ReferenceKind.EMBEDDED || property.polymorphic) throw new Error(`${meta.className}.${property.name} is of a kind that is not read`);
  return isToOne(property) ? 'to-one' : 'to-many';
}

/** Whether every row has the one that a to-one leads to, and everybody sees it. */
export const isInner = (property: EntityProperty, target: Meta): boolean => !property.mappedBy && !property.nullable && !isGuarded(target);

/** The link to one row at alias `there` from the row at alias `here`. */
export function toOne(meta: Meta, property: EntityProperty, here: string, there: string, reading: Reading): Link {
  const target = targetOf(meta, property);
  return { from: rowsOf(target, there, reading.actor), on: tie(meta, property, target, here, there) };
}

/** The link to many rows, without an order: for aggregates. */
export function toMany(meta: Meta, property: EntityProperty, here: string, there: string, reading: Reading): Link {
  const target = targetOf(meta, property);
  const rows = rowsOf(target, there, reading.actor);
  if (property.kind !== ReferenceKind.MANY_TO_MANY) return { from: rows, on: tie(meta, property, target, here, there) };
  const pivot = pivotOf(meta, property, reading);
  const alias = pivotAlias(there);
  return {
    from: sql`${rowsOf(pivot, alias, reading.actor)} join ${rows} on ${id(there, columnName(target, primaryKey(target)))} = ${id(alias, property.inverseJoinColumns[0]!)}`,
    on: sql`${id(alias, property.joinColumns[0]!)} = ${id(here, columnName(meta, primaryKey(meta)))}`,
  };
}

/** The rows of a list in an order: the relation's own, if it keeps one, or the given. */
export function toList(meta: Meta, property: EntityProperty, here: string, there: string, order: Order, reading: Reading): Extent {
  const { from, on } = toMany(meta, property, here, there, reading);
  if (!property.fixedOrder) {
    const target = targetOf(meta, property);
    return extentOf(there, from, on, orderBy(totalOrder(target, order), columnsOf(target, there)));
  }
  const position = columnsOf(pivotOf(meta, property, reading), pivotAlias(there))(property.fixedOrderColumn!);
  return { alias: there, columns: sql`${id(there)}.*, ${position} as "#"`, from, where: on, inside: position, around: id(there, '#') };
}

// the end that has the foreign key says which columns tie the rows
function tie(meta: Meta, property: EntityProperty, target: Meta, here: string, there: string): Sql {
  if (!property.mappedBy) return sql`${id(there, property.referencedColumnNames[0]!)} = ${id(here, columnName(meta, property))}`;
  const owner = propertyOf(target, property.mappedBy);
  return sql`${id(there, columnName(target, owner))} = ${id(here, owner.referencedColumnNames[0]!)}`;
}

const pivotAlias = (there: string): string => `${there}p`;

// MikroORM describes the table between as an entity of its own; if it is one of ours, its visibility holds as well
function pivotOf(meta: Meta, property: EntityProperty, reading: Reading): Meta {
  const owner = property.mappedBy ? propertyOf(targetOf(meta, property), property.mappedBy) : property;
  const pivot = reading.metadata.find(owner.pivotEntity);
  if (!pivot || property.joinColumns.length !== 1 || property.inverseJoinColumns.length !== 1) {
    throw new Error(`${meta.className}.${property.name} has no pivot table with one column for each end`);
  }
  return pivot;
}
