import type { EntityClass } from '@mikro-orm/core';
import { sql as send } from '../command.ts';
import type { Context } from '../context.ts';
import { columnName, columnType, type Meta, primaryKey } from './metadata.ts';
import { id, raw, sent, sql } from './sql.ts';
import { paramsOf, rowsOf } from './visible.ts';

/** Whether the actor sees the row of that key: for what is read beside GraphQL, as a file is. */
export const isVisible = async (ctx: Context, Entity: EntityClass<object>, key: string): Promise<boolean> => (await visibleOf(ctx, Entity, [key])).length > 0;

/** Those of the keys whose rows the actor sees, in one statement. */
export async function visibleOf(ctx: Context, Entity: EntityClass<object>, keys: readonly string[]): Promise<string[]> {
  const meta = ctx.em.getMetadata().get(Entity) as Meta;
  const property = primaryKey(meta);
  const key = id('t', columnName(meta, property));
  const wanted = sql`${keys}::${raw(columnType(meta, property.name))}[]`;
  const { text, params } = sent(sql`select ${key}::text as key from ${rowsOf(meta, 't', paramsOf(ctx.actor))} where ${key} = any(${wanted})`, {
    actor: ctx.actor,
    values: [],
  });
  const rows = await send<{ key: string }>(ctx.em, text, params);
  return rows.map((row) => row.key);
}
