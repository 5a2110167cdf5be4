import type { GraphQLResolveInfo } from 'graphql';
import { system } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { read } from '../../kernel/read/index.ts';

/** Reads whoever has just proved who they are: this request began before. */
export const asOneself = <T extends object>(ctx: Context, info: GraphQLResolveInfo, Entity: new () => T, id: string): Promise<T | null> =>
  read({ ...ctx, actor: system }, info, Entity, { where: { id } });
