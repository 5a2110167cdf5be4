import type { EntityClass } from '@mikro-orm/core';
import type { Actor } from '../actor.ts';
import { sql as send } from '../command.ts';
import type { Context } from '../context.ts';
import { type Column, columnName, columnsOf, columnType, type Meta, primaryKey } from './metadata.ts';
import { bound, id, join, raw, sent, sql, type Sql } from './sql.ts';
import { paramsOf, rowsOf } from './visible.ts';

const metaOf = (ctx: Context, Entity: EntityClass<object>): Meta => ctx.em.getMetadata().get(Entity) as Meta;

/** The rows of an entity that the actor sees, at an alias, and its columns: for a statement that is written by hand, as statistics are. */
export function seen(ctx: Context, Entity: EntityClass<object>, alias: string): { rows: Sql; column: Column } {
  const meta = metaOf(ctx, Entity);
  return { rows: rowsOf(meta, alias, paramsOf(ctx.actor)), column: columnsOf(meta, alias) };
}

/** A piece as text with $n parameters, for whoever asks. */
export const written = ({ actor }: Context, piece: Sql): { text: string; params: unknown[] } => sent(piece, { actor, values: [] });

/** Sends a statement that is written by hand, and gives its rows. */
export function ask<Row>(ctx: Context, statement: Sql): Promise<Row[]> {
  const { text, params } = written(ctx, statement);
  return send<Row>(ctx.em, text, params);
}

/** Whether the actor sees the row of that key: for what is read beside GraphQL, as a file is. */
export const isVisible = async (ctx: Context, Entity: EntityClass<object>, key: string): Promise<boolean> => (await visibleOf(ctx, Entity, [key])).length > 0;

/** Those of the actors who see the row of that key, by their ids, in one statement: for what one person does to the row and others are to have. */
export async function seersOf(ctx: Context, Entity: EntityClass<object>, key: string, actors: readonly Actor[]): Promise<string[]> {
  if (!actors.length) return [];
  const meta = metaOf(ctx, Entity);
  const { name } = primaryKey(meta);
  const wanted = sql`${key}::${raw(columnType(meta, name))}`;
  const one = (actor: Actor): Sql => {
    const { rows, column } = seen({ ...ctx, actor }, Entity, 't');
    return bound(sql`select ${actor.id}::text as id where exists (select from ${rows} where ${column(name)} = ${wanted})`, { actor, values: [] });
  };
  return (await ask<{ id: string }>(ctx, join(actors.map(one), ' union all '))).map(({ id: actorId }) => actorId);
}

/** Those of the keys whose rows the actor sees, in one statement. */
export async function visibleOf(ctx: Context, Entity: EntityClass<object>, keys: readonly string[]): Promise<string[]> {
  const meta = metaOf(ctx, Entity);
  const property = primaryKey(meta);
  const key = id('t', columnName(meta, property));
  const wanted = sql`${keys}::${raw(columnType(meta, property.name))}[]`;
  const rows = await ask<{ key: string }>(ctx, sql`select ${key}::text as key from ${seen(ctx, Entity, 't').rows} where ${key} = any(${wanted})`);
  return rows.map((row) => row.key);
}
