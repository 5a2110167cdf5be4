import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import { read } from '../../kernel/read/index.ts';
import { Measure, Plan } from './plan.entity.ts';
import { Unit } from './unit.entity.ts';

@Resolver()
export class PlanResolver {
  @Query(() => Plan, { nullable: true, description: 'The plan in force: the newest one.' })
  plan(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Plan | null> {
    return read(ctx, info, Plan, { orderBy: { from: 'desc' } });
  }

  @Query(() => Measure, { nullable: true, description: 'A measure of the plan in force by its number; null when there is none.' })
  measure(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('number', () => Int) number: number): Promise<Measure | null> {
    return read(ctx, info, Measure, { where: { number }, orderBy: { id: 'desc' } });
  }

  @Query(() => [Unit], { description: "The units of the city's organisation." })
  units(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Unit[]> {
    return read(ctx, info, Unit, { first: MAX_PAGE });
  }
}
