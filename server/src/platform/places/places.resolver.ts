import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import type { Context } from '../../kernel/context.ts';
import { read } from '../../kernel/read/index.ts';
import { District, Place } from './places.entity.ts';

@Resolver()
export class PlacesResolver {
  @Query(() => [District], { description: 'The parts of the city.' })
  districts(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<District[]> {
    return read(ctx, info, District, { first: MAX_PAGE });
  }

  @Query(() => [Place], { description: 'The places where the city and its residents meet.' })
  places(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Place[]> {
    return read(ctx, info, Place, { first: MAX_PAGE });
  }
}
