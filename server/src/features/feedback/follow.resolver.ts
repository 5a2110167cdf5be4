import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/notifications/notifications';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { followFeedback, isFollowed, unfollowFeedback } from './follow.commands.ts';

const FollowFeedbackInput = inputOf('FollowFeedbackInput', 'A browser that is told what comes of what belongs to a receipt.', rules.FollowFeedback);
const UnfollowFeedbackInput = inputOf('UnfollowFeedbackInput', 'A browser, and a receipt.', rules.UnfollowFeedback);

@Resolver()
export class FollowResolver {
  @Query(() => Boolean, { description: 'Whether this browser is told of what belongs to a receipt. For whoever has it. Problem: too-many-requests.' })
  feedbackFollowed(@Ctx() ctx: Context, @Arg('input', () => UnfollowFeedbackInput) input: rules.UnfollowFeedback): Promise<boolean> {
    return isFollowed(ctx, input);
  }

  @Mutation(() => Boolean, {
    description:
      'This browser is told what comes of what belongs to a receipt; true. For whoever has it. Problems: not-found, push-unavailable, push-unknown-service, too-many-requests.',
  })
  async followFeedback(@Ctx() ctx: Context, @Arg('input', () => FollowFeedbackInput) input: rules.FollowFeedback): Promise<boolean> {
    return Boolean(await followFeedback(ctx, input));
  }

  @Mutation(() => Boolean, {
    description:
      'This browser is told of it no more. Whether it is still told of something else. For whoever has the receipt. Problems: not-found, too-many-requests.',
  })
  async unfollowFeedback(@Ctx() ctx: Context, @Arg('input', () => UnfollowFeedbackInput) input: rules.UnfollowFeedback): Promise<boolean> {
    return (await unfollowFeedback(ctx, input)).left;
  }
}
