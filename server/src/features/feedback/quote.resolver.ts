import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/feedback/quotes';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { connectionOf, read, sql } from '../../kernel/read/index.ts';
import { markQuote, reviewQuote } from './quote.commands.ts';
import { FeedbackQuote } from './quote.entity.ts';

const FeedbackQuoteConnection = connectionOf('FeedbackQuote', FeedbackQuote);
const MarkQuoteInput = inputOf('MarkQuoteInput', 'Which words of a resident’s a report may quote.', rules.MarkQuote);
const ReviewQuoteInput = inputOf('ReviewQuoteInput', 'Whether a quote may stand in public.', rules.ReviewQuote);

@Resolver()
export class QuoteResolver {
  @Query(() => FeedbackQuoteConnection, { description: 'The words that were marked for the report of an event, the first marked first. For staff.' })
  feedbackQuotes(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('eventId', () => ID) eventId: string,
    @Arg('first', () => Int, { defaultValue: 100, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor of the last row seen.' }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'feedback.quote.mark');
    return read(ctx, info, FeedbackQuote, {
      where: (column) => sql`exists (select from feedback f where f.id = ${column('feedback')} and f.event_id = ${eventId}::uuid)`,
      orderBy: { markedAt: 'asc' },
      first,
      after,
    });
  }

  @Mutation(() => FeedbackQuote, {
    nullable: true,
    description:
      'Marks words of a resident’s for the report of the event where they were said. For whoever may read them. Problems: not-found, newer-revision, tells-who, already-exists.',
  })
  async markQuote(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => MarkQuoteInput) input: rules.MarkQuote,
  ): Promise<FeedbackQuote | null> {
    return read(ctx, info, FeedbackQuote, { where: { id: await markQuote(ctx, input) } });
  }

  @Mutation(() => FeedbackQuote, {
    nullable: true,
    description: 'Says whether a quote may stand in public; the last word counts. For administrators and officers. Problems: not-found, tells-who.',
  })
  async reviewQuote(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReviewQuoteInput) input: rules.ReviewQuote,
  ): Promise<FeedbackQuote | null> {
    return read(ctx, info, FeedbackQuote, { where: { id: await reviewQuote(ctx, input) } });
  }
}
