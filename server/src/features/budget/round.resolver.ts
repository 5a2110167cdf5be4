import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/budget/round';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { read } from '../../kernel/read/index.ts';
import * as commands from './round.commands.ts';
import { BudgetRound, BudgetRoundConnection } from './round.entity.ts';

const SaveRoundInput = inputOf('SaveRoundInput', 'A round of participatory budgeting as it is planned.', rules.SaveRound);
const MoveRoundInput = inputOf('MoveRoundInput', 'A round as it was last seen, and the phase that follows.', rules.MoveRound);

@Resolver()
export class RoundResolver {
  @Query(() => BudgetRoundConnection, { description: 'Rounds of participatory budgeting, the newest year first; drafts for officers of the unit alone.' })
  budgetRounds(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('year', () => Int, { nullable: true, description: 'Those of that year alone.' }) year: number | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    return read(ctx, info, BudgetRound, { where: { year: year ?? undefined }, orderBy: { year: 'desc' }, first, after });
  }

  @Query(() => BudgetRound, { nullable: true, description: 'A round of participatory budgeting.' })
  budgetRound(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<BudgetRound | null> {
    return one(ctx, info, id);
  }

  @Mutation(() => BudgetRound, {
    nullable: true,
    description:
      'Begins a round, or changes it, until its ballot is published. For officers of the unit. Problems: forbidden, newer-revision, round-settled, already-exists, bad-input, unknown-unit, unknown-measure, unknown-district.',
  })
  async saveBudgetRound(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SaveRoundInput) input: rules.SaveRound,
  ): Promise<BudgetRound | null> {
    return one(ctx, info, await commands.saveRound(ctx, input));
  }

  @Mutation(() => BudgetRound, {
    nullable: true,
    description:
      'Moves a round to the phase that follows. For officers of the unit. Problems: not-found, forbidden, newer-revision, wrong-phase, ballot-not-ready, not-counted, bad-input.',
  })
  async moveBudgetRound(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => MoveRoundInput) input: rules.MoveRound,
  ): Promise<BudgetRound | null> {
    return one(ctx, info, await commands.moveRound(ctx, input));
  }

  @Mutation(() => ID, { description: 'Lays a draft aside for good. For officers of the unit. Problems: not-found, forbidden, still-in-use.' })
  discardBudgetRound(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return commands.discardRound(ctx, { id });
  }
}

const one = (ctx: Context, info: GraphQLResolveInfo, id: string): Promise<BudgetRound | null> => read(ctx, info, BudgetRound, { where: { id } });
