import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/feedback/matters';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { type Column, pageSize, read, seen, sql } from '../../kernel/read/index.ts';
import { alikeTo } from './alike.ts';
import { Feedback, FeedbackAnswer, FeedbackMatter, FeedbackMatterConnection } from './feedback.entity.ts';
import * as commands from './matter.commands.ts';

const NameMatterInput = inputOf('NameMatterInput', 'A matter under which feedback is joined.', rules.NameMatter);
const AnswerMatterInput = inputOf('AnswerMatterInput', 'What the city answers to everybody who said the same.', rules.AnswerMatter);

@ObjectType({ description: 'What became of an answer to everybody who said the same.' })
class MatterAnswered implements commands.MatterAnswered {
  @Field(() => Int, { description: 'How many pieces of feedback have the answer now.' }) answered!: number;
  @Field(() => Int, { description: "How many were left, because they are other units' to answer." }) left!: number;
}

@Resolver()
export class MatterResolver {
  @Query(() => FeedbackMatterConnection, { description: 'Matters under which feedback is joined, the newest first. For staff.' })
  matters(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'feedback.read');
    const joined = (column: Column) => sql`exists (select from feedback f where f.matter_id = ${column('id')})`;
    return read(ctx, info, FeedbackMatter, { where: joined, orderBy: { createdAt: 'desc' }, first, after });
  }

  @Query(() => FeedbackMatter, { nullable: true, description: 'One matter. For staff.' })
  matter(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<FeedbackMatter | null> {
    assertMay(ctx.actor, 'feedback.read');
    return read(ctx, info, FeedbackMatter, { where: { id } });
  }

  @Query(() => FeedbackAnswer, {
    nullable: true,
    description: 'What was last answered to anybody who said the same, of what you may see; an answer to all of them is based on it. For staff.',
  })
  newestMatterAnswer(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('matterId', () => ID) matterId: string): Promise<FeedbackAnswer | null> {
    assertMay(ctx.actor, 'feedback.read');
    const { rows, column } = seen(ctx, Feedback, 'f');
    const ofMatter = (answer: Column) =>
      sql`exists (select from ${rows} where ${column('id')} = ${answer('feedback')} and ${column('matter')} = ${matterId}::uuid)`;
    return read(ctx, info, FeedbackAnswer, { where: ofMatter, orderBy: { answeredAt: 'desc' } });
  }

  @Query(() => [Feedback], {
    description:
      'What was said most alike to a piece of feedback, by its words, in the same month or those beside it, the most alike first; without what is joined with it already, and what is hidden. For staff.',
  })
  async alikeFeedback(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('feedbackId', () => ID) feedbackId: string,
    @Arg('first', () => Int, { defaultValue: 5, description: 'At most 100.' }) first: number,
  ): Promise<Feedback[]> {
    assertMay(ctx.actor, 'feedback.read');
    const ids = await alikeTo(ctx, { feedbackId, first: pageSize(first) });
    return read(ctx, info, Feedback, { where: { id: ids }, orderBy: (column) => sql`array_position(${ids}::uuid[], ${column('id')})`, first });
  }

  @Mutation(() => FeedbackMatter, { nullable: true, description: 'Begins a matter, or names it anew; feedback joins it by `sortFeedback`. For officers.' })
  async nameMatter(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => NameMatterInput) input: rules.NameMatter,
  ): Promise<FeedbackMatter | null> {
    return read(ctx, info, FeedbackMatter, { where: { id: await commands.nameMatter(ctx, input) } });
  }

  @Mutation(() => MatterAnswered, {
    description:
      'Answers everybody who said the same; mails leave within minutes. For administrators and officers, who answer what is of their units. Problems: not-found, forbidden, newer-revision, unknown-measure, unknown-event.',
  })
  answerMatter(@Ctx() ctx: Context, @Arg('input', () => AnswerMatterInput) input: rules.AnswerMatter): Promise<MatterAnswered> {
    return commands.answerMatter(ctx, input);
  }
}
