import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/budget/follow';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import * as commands from './follow.commands.ts';

const SupportIdeaInput = inputOf('SupportIdeaInput', 'Whether a resident supports an idea.', rules.SupportIdea);
const FollowProjectInput = inputOf('FollowProjectInput', 'Whether a resident is told what becomes of a project.', rules.FollowProject);

/** What a resident supports and follows in a round. */
@ObjectType({ description: 'What the resident who asks supports and follows in a round.' })
export class BudgetFollows {
  @Field(() => [ID], { description: 'The ideas that they support.' }) ideas!: string[];
  @Field(() => [ID], { description: 'The projects of which they are told.' }) projects!: string[];
  @Field(() => [ID], { description: 'The comments that are theirs.' }) comments!: string[];
}

@Resolver()
export class FollowResolver {
  @Query(() => BudgetFollows, { description: 'What the resident who is signed in supports and follows in a round; nothing for everybody else.' })
  myBudgetFollows(@Ctx() ctx: Context, @Arg('roundId', () => ID) roundId: string): Promise<BudgetFollows> {
    return commands.myFollows(ctx, roundId);
  }

  @Mutation(() => BudgetFollows, {
    description:
      'Supports an idea, or takes that back; whoever does is told what becomes of it. For residents. Answers what they support and follow in the round. Problems: not-found, wrong-phase.',
  })
  async supportIdea(@Ctx() ctx: Context, @Arg('input', () => SupportIdeaInput) input: rules.SupportIdea): Promise<BudgetFollows> {
    return commands.myFollows(ctx, await commands.supportIdea(ctx, input));
  }

  @Mutation(() => BudgetFollows, {
    description:
      'Has a resident told what becomes of a project, or no longer. For residents. Answers what they support and follow in the round. Problems: not-found.',
  })
  async followProject(@Ctx() ctx: Context, @Arg('input', () => FollowProjectInput) input: rules.FollowProject): Promise<BudgetFollows> {
    return commands.myFollows(ctx, await commands.followProject(ctx, input));
  }
}
