import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/feedback/feedback';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import { sql as run } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { read } from '../../kernel/read/index.ts';
import { claimFeedback, releaseFeedback } from './claim.commands.ts';
import { eraseFeedback, eraseOwnFeedback } from './feedback.commands.ts';
import { Feedback, FeedbackConnection, Topic } from './feedback.entity.ts';
import { conditions, FeedbackFilter } from './feedback.filter.ts';
import { TallyQuestion } from './tally.entity.ts';
import { assertMayRead } from './who.ts';

const ClaimFeedbackInput = inputOf('ClaimFeedbackInput', 'The receipt of what somebody said, for their account, and who said it.', rules.ClaimFeedback);
const FeedbackFilterInput = inputOf('FeedbackFilterInput', 'Which feedback; all conditions hold together.', FeedbackFilter);

@ObjectType({ description: 'How often an answer of a tally was tapped.' })
class TallyCount {
  @Field(() => ID, { description: "The answer's stable name." }) option!: string;
  @Field(() => Int, { description: 'Taps that were not taken back.' }) count!: number;
}

@Resolver()
export class FeedbackResolver {
  @Query(() => [Topic], { description: 'What feedback may be about, in the order of the list.' })
  topics(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Topic[]> {
    return read(ctx, info, Topic, { orderBy: { position: 'asc' }, first: MAX_PAGE });
  }

  @Query(() => FeedbackConnection, { description: 'What residents said, the newest first. For staff.' })
  feedbackPage(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => FeedbackFilterInput, { nullable: true }) filter: FeedbackFilter | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'feedback.read');
    return read(ctx, info, Feedback, { where: conditions(filter ?? {}, ctx), orderBy: { capturedAt: 'desc' }, first, after });
  }

  @Query(() => Feedback, { nullable: true, description: 'One piece of feedback. For staff, and for the resident whose account it is in.' })
  feedback(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<Feedback | null> {
    assertMayRead(ctx.actor);
    return read(ctx, info, Feedback, { where: { id } });
  }

  @Query(() => FeedbackConnection, { description: 'What is in the account of the resident who is signed in, the newest first.' })
  myFeedback(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'feedback.read.own');
    return read(ctx, info, Feedback, { orderBy: { capturedAt: 'desc' }, first, after });
  }

  @Mutation(() => Feedback, {
    nullable: true,
    description:
      'Puts what somebody said into their account, by its receipt. For residents. Problems: not-found, already-claimed, child-of-age, too-many-requests.',
  })
  async claimFeedback(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ClaimFeedbackInput) input: rules.ClaimFeedback,
  ): Promise<Feedback | null> {
    return read(ctx, info, Feedback, { where: { id: await claimFeedback(ctx, input) } });
  }

  @Mutation(() => ID, { description: "Takes a piece of feedback out of one's own account; the city keeps the words. Problem: not-found." })
  releaseFeedback(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return releaseFeedback(ctx, { id });
  }

  @Mutation(() => ID, { description: "Erases a piece of feedback that is in one's own account, and what came with it. Problem: not-found." })
  eraseMyFeedback(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return eraseOwnFeedback(ctx, { id });
  }

  @Mutation(() => ID, { description: "Erases a resident's words and what came with them. For administrators." })
  eraseFeedback(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return eraseFeedback(ctx, { id });
  }

  @Query(() => [TallyQuestion], { description: 'The questions that are tallied at an event.' })
  tallyQuestions(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('eventId', () => ID) eventId: string): Promise<TallyQuestion[]> {
    return read(ctx, info, TallyQuestion, { where: { event: eventId }, orderBy: { position: 'asc' }, first: MAX_PAGE });
  }

  @Query(() => [TallyCount], { description: 'The result of a tally so far.' })
  async tallyCounts(@Ctx() ctx: Context, @Arg('questionId', () => ID) questionId: string): Promise<TallyCount[]> {
    return run<TallyCount>(
      ctx.em,
      'select option, count(*)::int as count from tally_tap where question_id = $1 and not undone group by option order by option',
      [questionId],
    );
  }
}
