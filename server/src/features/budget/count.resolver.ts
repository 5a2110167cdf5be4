import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { MAX_AREAS } from '@torilla/schema/budget/limits';
import type { Context } from '../../kernel/context.ts';
import { read } from '../../kernel/read/index.ts';
import * as commands from './count.commands.ts';
import { BudgetCount } from './count.entity.ts';

@Resolver()
export class CountResolver {
  @Query(() => [BudgetCount], {
    description: "The counts of a round's areas: for everybody once the result is confirmed, for officers of its unit once the ballots are counted.",
  })
  budgetCounts(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('roundId', () => ID) roundId: string): Promise<BudgetCount[]> {
    return of(ctx, info, roundId);
  }

  @Mutation(() => [BudgetCount], {
    description: "Counts a round's ballots, each area's by itself. For officers of the unit. Problems: not-found, forbidden, wrong-phase, paper-not-ready.",
  })
  async countBudgetRound(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<BudgetCount[]> {
    return of(ctx, info, await commands.countRound(ctx, { id }));
  }
}

const of = (ctx: Context, info: GraphQLResolveInfo, roundId: string): Promise<BudgetCount[]> =>
  read(ctx, info, BudgetCount, { where: { round: roundId }, orderBy: { id: 'asc' }, first: MAX_AREAS });
