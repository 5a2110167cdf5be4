import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/feedback/feedback';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { read } from '../../kernel/read/index.ts';
import { answerFeedback } from './answer.commands.ts';
import { Feedback } from './feedback.entity.ts';

const AnswerFeedbackInput = inputOf('AnswerFeedbackInput', 'What the city answers to a piece of feedback.', rules.AnswerFeedback);

@Resolver()
export class AnswerResolver {
  @Mutation(() => Feedback, {
    nullable: true,
    description:
      'Answers a resident: behind their receipt, in their account, and by mail where they left an address. For administrators and officers of the unit. The field `mail` of the answer tells whether it left. Problems: not-found, forbidden, already-exists, newer-revision where a colleague has answered meanwhile, unknown-measure, unknown-event.',
  })
  async answerFeedback(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AnswerFeedbackInput) input: rules.AnswerFeedback,
  ): Promise<Feedback | null> {
    return read(ctx, info, Feedback, { where: { id: await answerFeedback(ctx, input) } });
  }
}
