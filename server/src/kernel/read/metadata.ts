import { type EntityMetadata, type EntityProperty, ReferenceKind } from '@mikro-orm/core';
import { id, type Sql } from './sql.ts';

/** MikroORM's description of an entity. */
export type Meta = EntityMetadata;

/** Gives the column of a property, at the alias that the statement uses for its table. */
export type Column = (property: string) => Sql;

/** The property of that name, or undefined when the name is no column and no relation: formulas and what is not persisted are neither. */
export function findProperty(meta: Meta, name: string): EntityProperty | undefined {
  const property = (meta.properties as Record<string, EntityProperty | undefined>)[name];
  return property?.persist === false && property.kind === ReferenceKind.SCALAR ? undefined : property;
}

/** The property of that name. @throws when the entity has none */
export function propertyOf(meta: Meta, name: string): EntityProperty {
  const property = findProperty(meta, name);
  if (!property) throw new Error(`${meta.className} has no property ${name}`);
  return property;
}

/** The entity that a relation leads to. @throws when the property is no relation */
export function targetOf(meta: Meta, property: EntityProperty): Meta {
  if (!property.targetMeta) throw new Error(`${meta.className}.${property.name} is no relation`);
  return property.targetMeta;
}

/** The one column of a property. @throws when its entity's table has none for it (lists, the far end of a one-to-one) or several (composite keys) */
export function columnName(meta: Meta, property: EntityProperty): string {
  const [name, ...more] = property.fieldNames ?? [];
  const elsewhere = property.mappedBy || property.kind === ReferenceKind.MANY_TO_MANY || property.kind === ReferenceKind.ONE_TO_MANY;
  if (!name || more.length || elsewhere) throw new Error(`${meta.className}.${property.name} is not one column`);
  return name;
}

/** The columns of an entity at an alias. */
export const columnsOf =
  (meta: Meta, alias: string): Column =>
  (property) =>
    id(alias, columnName(meta, propertyOf(meta, property)));

/** The primary key's property. @throws when the key is composite */
export function primaryKey(meta: Meta): EntityProperty {
  const [key, ...more] = meta.getPrimaryProps();
  if (!key || more.length) throw new Error(`${meta.className} has no single primary key`);
  return key;
}

/** The type of a property's column, as PostgreSQL names it. */
export const columnType = (meta: Meta, property: string): string =>
  // a serial is no type but a way to make a column of one
  (propertyOf(meta, property).columnTypes?.[0] ?? 'text').replace(/^(big|small)?serial$/, (_, size = '') => (size ? `${size}int` : 'integer'));
