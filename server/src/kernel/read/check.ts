import { type EntityProperty, type MikroORM, ReferenceKind, types } from '@mikro-orm/core';
import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { aggregateOf, needsOf, rowsDeclarationOf } from './declare.ts';
import { isWritable } from './json.ts';
import { columnName, findProperty, type Meta, primaryKey, propertyOf, targetOf } from './metadata.ts';
import { totalOrder } from './order.ts';
import { kindOf } from './relation.ts';
import { isGuarded } from './visible.ts';

type Field = GraphQLField<unknown, unknown>;

const ofMikroOrm = new Set<Function>(Object.values(types));

/**
 * Walks every field of every entity and refuses to start a server that would fail, or tell too much, at some query.
 * @param privateColumns the columns that are kept out of the API on purpose, as `Entity.property`; `Entity.*` for all of them
 * @throws with every fault, one a line
 */
export function checkReadable(schema: GraphQLSchema, orm: MikroORM, privateColumns: readonly string[]): void {
  const faults: string[] = [];
  const entities = [...orm.getMetadata().getAll().values()].filter((meta) => !meta.abstract && !meta.embeddable && !isMadeByMikroOrm(meta)) as Meta[];
  for (const meta of entities) {
    const type = schema.getType(meta.className);
    if (isObjectType(type)) faults.push(...faultsOf(type, meta));
    faults.push(...undecided(meta, isObjectType(type) ? type : undefined, privateColumns));
  }
  faults.push(...stale(entities, schema, privateColumns));
  if (faults.length) throw new Error(`The API cannot be read from the entities:\n${faults.join('\n')}`);
}

// the table of a many-to-many relation that nobody wrote a class for
const isMadeByMikroOrm = (meta: Meta): boolean => Boolean(meta.pivotTable) && meta.className.endsWith(meta.tableName);

function faultsOf(type: GraphQLObjectType, meta: Meta): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    try {
      const fault = faultOf(field, meta);
      return fault ? [`${type.name}.${field.name} ${fault}`] : [];
    } catch (error) {
      return [`${type.name}.${field.name}: ${(error as Error).message}`];
    }
  });
}

function faultOf(field: Field, meta: Meta): string | undefined {
  const aggregate = aggregateOf(field);
  if (aggregate) return aggregateFault(field, aggregate.relation, meta);
  const property = findProperty(meta, field.name);
  if (!property) {
    if (!field.resolve) return 'is neither a column, a relation, an aggregate nor computed';
    for (const need of needsOf(field)) columnName(meta, propertyOf(meta, need));
    return undefined;
  }
  const kind = kindOf(meta, property);
  if (kind === 'column') return columnFault(field, property);
  const target = targetOf(meta, property);
  primaryKey(target);
  const leads = getNamedType(field.type);
  if (!isObjectType(leads) || leads.name !== target.className) return `does not lead to ${target.className}`;
  if (kind === 'to-one') return toOneFault(field, property, target);
  return listFault(field, property, target);
}

function aggregateFault(field: Field, relation: string, meta: Meta): string | undefined {
  const property = propertyOf(meta, relation);
  if (kindOf(meta, property) !== 'to-many') return `is an aggregate over ${relation}, which is not to many`;
  return typeFault(field);
}

function columnFault(field: Field, property: EntityProperty): string | undefined {
  if (property.customType && !ofMikroOrm.has(property.customType.constructor)) return 'has a type that only MikroORM can read';
  if (isNonNullType(field.type) && property.nullable) return 'is never null, but its column can be';
  return typeFault(field);
}

function typeFault(field: Field): string | undefined {
  const type = getNamedType(field.type);
  const known = isObjectType(type) || isEnumType(type) || isListType(getNullableType(field.type)) || isWritable(type.name);
  return known ? undefined : `is of the scalar ${type.name}, which cannot be read from the database`;
}

function toOneFault(field: Field, property: EntityProperty, target: Meta): string | undefined {
  if (!isNonNullType(field.type)) return undefined;
  if (isGuarded(target)) return `is never null, but not everybody sees every ${target.className}`;
  if (property.nullable || property.mappedBy) return 'is never null, but its relation can be';
  return undefined;
}

function listFault(field: Field, property: EntityProperty, target: Meta): string | undefined {
  const declared = rowsDeclarationOf(field);
  if (!declared) return 'is a list without @Rows';
  if (property.where ?? property.orderBy) return 'has a condition or an order of MikroORM, which reads do not know';
  totalOrder(target, declared.order);
  return undefined;
}

/** The columns that nobody decided about: neither in the API nor kept out of it. */
function undecided(meta: Meta, type: GraphQLObjectType | undefined, privateColumns: readonly string[]): string[] {
  if (privateColumns.includes(`${meta.className}.*`)) return [];
  return columns(meta)
    .filter((name) => !type?.getFields()[name] && !privateColumns.includes(`${meta.className}.${name}`))
    .map((name) => `${meta.className}.${name} is neither in the API nor on the private list`);
}

/** The entries of the private list that are no longer true. */
function stale(entities: readonly Meta[], schema: GraphQLSchema, privateColumns: readonly string[]): string[] {
  return privateColumns.flatMap((entry) => {
    const [entity, name] = entry.split('.') as [string, string];
    const meta = entities.find((one) => one.className === entity);
    const type = schema.getType(entity);
    if (!meta || (name !== '*' && !columns(meta).includes(name))) return [`${entry} is on the private list, but is no column`];
    if (isObjectType(type) && (name === '*' || type.getFields()[name])) return [`${entry} is on the private list, and in the API`];
    return [];
  });
}

const columns = (meta: Meta): string[] =>
  (Object.values(meta.properties) as EntityProperty[])
    .filter((property) => property.persist !== false && (property.fieldNames?.length ?? 0) > 0 && property.kind !== ReferenceKind.MANY_TO_MANY)
    .map((property) => property.name);
