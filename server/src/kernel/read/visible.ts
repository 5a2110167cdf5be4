import type { EntityClass } from '@mikro-orm/core';
import type { StaffRole } from '@torilla/schema/staff/staff';
import { type Actor, unitsOf } from '../actor.ts';
import { may } from '../policy.ts';
import { type Column, columnsOf, type Meta } from './metadata.ts';
import { Bind, id, sql, Sql } from './sql.ts';

/** What a rule of visibility may depend on. */
export interface ActorParams {
  readonly kind: Actor['kind'];
  /** Whether they may do a verb. Known while the statement is planned: every set of roles has its own plan. */
  may(verb: string): boolean;
  /** Whether they have the role for the whole city. */
  has(role: StaffRole): boolean;
  /** A parameter: the keys of the units for which they have the role besides, as an array of text. */
  unitsOf(role: StaffRole): Sql;
  /** A parameter, bound for each request; null for the anonymous and the system, and then equal to nothing. */
  readonly id: Sql;
}

/** The condition under which an actor sees a row; undefined when they see every one. */
export type Visibility = (column: Column, actor: ActorParams) => Sql | undefined;

const rules = new Map<unknown, Visibility>();

/**
 * Declares who sees which rows of an entity, soft deletion included. The one home of the question: the condition is
 * part of every reference to the table, at the root, in joins, lists, many-to-many and aggregates.
 * It is asked once per plan, so a value in it (other than `actor.id`) must be a constant of the program.
 * @throws when the entity has a rule already
 */
export function visible(Entity: EntityClass<object>, rule: Visibility): void {
  if (rules.has(Entity)) throw new Error(`The visibility of ${Entity.name} is declared twice`);
  rules.set(Entity, rule);
}

/** Whether some rows of the entity may be hidden from somebody. A to-one that leads to it must then be nullable. */
export const isGuarded = (meta: Meta): boolean => rules.has(meta.class);

/** The rows of an entity that the actor sees, at an alias. No other code writes an entity's table into a statement. */
export function rowsOf(meta: Meta, alias: string, actor: ActorParams): Sql {
  const table = meta.schema ? id(meta.schema, meta.tableName) : id(meta.tableName);
  const condition = rules.get(meta.class)?.(columnsOf(meta, alias), actor);
  // a plain subquery: PostgreSQL folds it into the statement around it, under outer joins too
  return condition ? sql`(select * from ${table} ${id(alias)} where ${condition}) ${id(alias)}` : sql`${table} ${id(alias)}`;
}

/** The actor as the rules see them. */
export const paramsOf = (actor: Actor): ActorParams => ({
  kind: actor.kind,
  may: (verb) => may(actor, verb),
  has: (role) => actor.roles.includes(role),
  unitsOf: (role) => sql`${new Bind((scope) => unitsOf(scope.actor, role))}::text[]`,
  id: sql`${new Bind((scope) => scope.actor.id)}`,
});

/** What of the actor may change a plan: everything that a rule sees while it is asked. */
export const actorKey = ({ kind, roles, unitRoles = [], verbs }: Actor): string =>
  [kind, [...roles].sort(), [...new Set(unitRoles.map(({ role }) => role))].sort(), verbs ? [...verbs].sort() : '*'].join(':');
