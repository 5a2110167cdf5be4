import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import { read } from '../../kernel/read/index.ts';
import { Resident } from './residents.entity.ts';

@Resolver()
export class ResidentsResolver {
  @Query(() => Resident, { nullable: true, description: 'The account of the resident who is signed in; null when nobody is.' })
  myAccount(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Resident | null> | null {
    return ctx.actor.kind === 'resident' ? read(ctx, info, Resident, { where: { id: ctx.actor.id } }) : null;
  }
}
