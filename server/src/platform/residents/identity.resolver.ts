import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Residence } from '@torilla/schema/residents/residents';
import type { Context } from '../../kernel/context.ts';
import { Needs, read } from '../../kernel/read/index.ts';
import { hamina } from '../municipality/hamina.ts';
import { Identity } from './residents.entity.ts';

@Resolver(() => Identity)
export class IdentityResolver {
  @Query(() => Identity, {
    nullable: true,
    description: 'Who the resident who is signed in is by strong identification; null when nobody is, and for an account that nobody has shown to be theirs.',
  })
  myIdentity(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Identity | null> | null {
    return ctx.actor.kind === 'resident' ? read(ctx, info, Identity, { where: { resident: ctx.actor.id } }) : null;
  }

  @FieldResolver(() => Residence, { description: 'Whether they live in the city.' })
  @Needs('homeMunicipality')
  residence(@Root() { homeMunicipality }: Identity): Residence {
    if (!homeMunicipality) return 'UNVERIFIED';
    return homeMunicipality === hamina.code ? 'HERE' : 'ELSEWHERE';
  }
}
