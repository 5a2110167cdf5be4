import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import { read, sql } from '../../kernel/read/index.ts';
import { Measure, Plan } from './plan.entity.ts';
import { Unit } from './unit.entity.ts';

@Resolver()
export class PlanResolver {
  @Query(() => Plan, { nullable: true, description: 'The plan in force.' })
  plan(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Plan | null> {
    return read(ctx, info, Plan, { where: { state: 'IN_FORCE' } });
  }

  @Query(() => [Plan], { description: 'The versions of the plan that were adopted, the newest first.' })
  planVersions(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Plan[]> {
    return read(ctx, info, Plan, { where: { state: ['IN_FORCE', 'REPLACED'] }, orderBy: { from: 'desc' }, first: MAX_PAGE });
  }

  @Query(() => Plan, { nullable: true, description: 'A version of the plan that was adopted, in force or replaced; null when there is none.' })
  planVersion(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<Plan | null> {
    return read(ctx, info, Plan, { where: { id, state: ['IN_FORCE', 'REPLACED'] } });
  }

  @Query(() => Measure, { nullable: true, description: 'A measure of the plan in force by its number; null when there is none.' })
  measure(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('number', () => Int) number: number): Promise<Measure | null> {
    return read(ctx, info, Measure, {
      where: (column) => sql`${column('number')} = ${number} and ${column('plan')} = (select id from plan where state = 'IN_FORCE')`,
    });
  }

  @Query(() => [Unit], { description: "The units of the city's organisation." })
  units(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Unit[]> {
    return read(ctx, info, Unit, { first: MAX_PAGE });
  }
}
