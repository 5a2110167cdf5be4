import type { EntityClass } from '@mikro-orm/core';
import { sql as send } from '../command.ts';
import type { Context } from '../context.ts';
import { columnName, type Meta, primaryKey } from './metadata.ts';
import { Bind, flatten, id, sql } from './sql.ts';
import { paramsOf, rowsOf } from './visible.ts';

/** Whether the actor sees the row of that key: for what is read beside GraphQL, as a file is. */
export async function isVisible(ctx: Context, Entity: EntityClass<object>, key: string): Promise<boolean> {
  const meta = ctx.em.getMetadata().get(Entity) as Meta;
  const { parts, values } = flatten(sql`select from ${rowsOf(meta, 't', paramsOf(ctx.actor))} where ${id('t', columnName(meta, primaryKey(meta)))} = ${key}`);
  const scope = { actor: ctx.actor, values: [] };
  const rows = await send(
    ctx.em,
    parts.reduce((text, part, i) => `${text}$${i}${part}`),
    values.map((value) => (value instanceof Bind ? value.of(scope) : value)),
  );
  return rows.length > 0;
}
