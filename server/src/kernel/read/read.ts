import type { EntityClass } from '@mikro-orm/core';
import { getNamedType, getNullableType, type GraphQLResolveInfo, isListType, isObjectType } from 'graphql';
import { sql as send } from '../command.ts';
import type { Context } from '../context.ts';
import { problemOf } from '../problem.ts';
import { offerChoices } from './choice.ts';
import { isConnection } from './connection.ts';
import { beyond, parseCursor } from './cursor.ts';
import { pageSize } from './limits.ts';
import { columnsOf, type Meta } from './metadata.ts';
import { type Order, orderBy, type OrderBy, totalOrder } from './order.ts';
import { Planner } from './planner.ts';
import { type Plan, planFor } from './plans.ts';
import { nameStatement } from './prepared.ts';
import { Bind, flatten, Sql, sql } from './sql.ts';
import { actorKey, paramsOf } from './visible.ts';
import { conditionOf, type Where } from './where.ts';

/** What a resolver asks of an entity's rows. What the actor may see of them is not its business. */
export interface ReadOptions {
  where?: Where;
  /** The primary key is added to it. The order's columns are never null, and an index has them. A list may have an order that no column has. */
  orderBy?: Order | OrderBy;
  /** Rows of a list or a page: 20 unless told, at most 100. */
  first?: number | null;
  /** The cursor to go on from. */
  after?: string | null;
}

const ROOT = 't0';

/**
 * Answers a field from the database in one statement, whatever is selected below it: an array for a list field, a page
 * for a connection, the first row or null for an object. Sees what is flushed of an open transaction.
 * @throws Problem `unknown-cursor`, `query-too-expensive`, `forbidden` for a field that is not the actor's to read, or `bad-input` for a value that is not of its column's type
 */
export async function read<Answer>(ctx: Context, info: GraphQLResolveInfo, Entity: EntityClass<object>, options: ReadOptions = {}): Promise<Answer> {
  const { plan, values } = prepare(ctx, info, Entity, options);
  nameStatement(plan);
  const scope = { actor: ctx.actor, values };
  try {
    const [row] = await send<{ j: string | null }>(
      ctx.em,
      plan.text,
      plan.params.map((param) => param.of(scope)),
    );
    const answer: unknown = JSON.parse(row?.j ?? 'null');
    if (plan.choices) offerChoices(answer, plan.choices);
    return answer as Answer;
  } catch (error) {
    throw problemOf(error) ?? error;
  }
}

function prepare(ctx: Context, info: GraphQLResolveInfo, Entity: EntityClass<object>, options: ReadOptions): { plan: Plan; values: unknown[] } {
  const metadata = ctx.em.getMetadata();
  const meta = metadata.get(Entity) as Meta;
  const column = columnsOf(meta, ROOT);
  const order = totalOrder(meta, typeof options.orderBy === 'function' ? {} : options.orderBy);
  const first = isSingle(info) ? 1 : pageSize(options.first);
  const values: unknown[] = [];
  const where = lift(conditionOf(meta, ROOT, options.where), values);
  const by = typeof options.orderBy === 'function' ? lift(sql`${options.orderBy(column)}, ${orderBy(order, column)}`, values) : undefined;
  const after =
    options.after === undefined || options.after === null ? undefined : lift(beyond(meta, order, column, parseCursor(meta, order, options.after)), values);
  const key = [Entity.name, first, order, where.parts, by?.parts, after?.parts, actorKey(ctx.actor)];
  const plan = planFor(info, key, () => {
    const planner = new Planner(info, { metadata, actor: paramsOf(ctx.actor) });
    const { statement, choices } = planner.plan(meta, { where, order, by, first, beyond: after }, ROOT);
    return { ...number(statement), choices };
  });
  return { plan, values };
}

function isSingle(info: GraphQLResolveInfo): boolean {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) throw new Error(`${info.parentType.name}.${info.fieldName} is no object type and cannot be read`);
  return !isListType(getNullableType(info.returnType)) && !isConnection(type);
}

// the text of a condition belongs to the plan, its values to the request
function lift(condition: Sql, values: unknown[]): Sql {
  const flat = flatten(condition);
  return new Sql(
    flat.parts,
    flat.values.map((value) => {
      if (value instanceof Bind) return value;
      const at = values.push(value) - 1;
      return new Bind((scope) => scope.values[at]);
    }),
  );
}

// a parameter that stands in two places is two parameters: PostgreSQL infers a type for each
function number(statement: Sql): Pick<Plan, 'text' | 'params'> {
  const { parts, values } = flatten(statement);
  return {
    text: parts.reduce((text, part, i) => `${text}$${i}${part}`),
    params: values.map((value) => (value instanceof Bind ? value : new Bind(() => value))),
  };
}
