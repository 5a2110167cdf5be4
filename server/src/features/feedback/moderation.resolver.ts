import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/feedback/moderation';
import type { Context } from '../../kernel/context.ts';
import { enumOf, inputOf } from '../../kernel/input.ts';
import { read } from '../../kernel/read/index.ts';
import { Feedback } from './feedback.entity.ts';
import * as commands from './moderation.commands.ts';

enumOf('MaskKind', 'What is covered in a text.', rules.MaskKind);
const MaskFeedbackInput = inputOf('MaskFeedbackInput', 'Which parts of what a resident said are covered for good, and why.', rules.MaskFeedback);
const HideFeedbackInput = inputOf('HideFeedbackInput', 'Which words are hidden, and why.', rules.HideFeedback);

@Resolver()
export class ModerationResolver {
  @Mutation(() => Feedback, {
    nullable: true,
    description:
      'Covers parts of what a resident said, for good: the city keeps no copy. The resident is told why. For officers. Problems: not-found, newer-revision.',
  })
  async maskFeedback(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => MaskFeedbackInput) input: rules.MaskFeedback,
  ): Promise<Feedback | null> {
    return one(ctx, info, await commands.maskFeedback(ctx, input));
  }

  @Mutation(() => Feedback, {
    nullable: true,
    description: 'Hides words from whoever does not open them knowingly; nothing is lost. For officers. Problem: not-found.',
  })
  async hideFeedback(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => HideFeedbackInput) input: rules.HideFeedback,
  ): Promise<Feedback | null> {
    return one(ctx, info, await commands.hideFeedback(ctx, input));
  }

  @Mutation(() => Feedback, { nullable: true, description: 'Shows hidden words again. For officers. Problem: not-found.' })
  async showFeedback(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<Feedback | null> {
    return one(ctx, info, await commands.showFeedback(ctx, { id }));
  }
}

const one = (ctx: Context, info: GraphQLResolveInfo, id: string): Promise<Feedback | null> => read(ctx, info, Feedback, { where: { id } });
