import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/feedback/handling';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import type { Context } from '../../kernel/context.ts';
import { enumOf, inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { isVisible, read } from '../../kernel/read/index.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';
import { AnswerPromise, Feedback } from './feedback.entity.ts';
import * as commands from './handling.commands.ts';
import { readersOf } from './readers.ts';

enumOf('HandlingStep', 'A step that an officer takes by themself.', rules.HandlingStep);
const SortFeedbackInput = inputOf('SortFeedbackInput', 'Where pieces of feedback belong.', rules.SortFeedback);
const MoveFeedbackInput = inputOf('MoveFeedbackInput', 'How far pieces of feedback are.', rules.MoveFeedback);
const RemarkOnFeedbackInput = inputOf('RemarkOnFeedbackInput', 'A note for colleagues.', rules.RemarkOnFeedback);
const SetAnswerPromiseInput = inputOf('SetAnswerPromiseInput', 'Within how many days is answered.', rules.SetAnswerPromise);

@Resolver()
export class HandlingResolver {
  @Mutation(() => [Feedback], {
    description:
      'Sorts pieces of feedback: unit, person, measure, topics, priority, day. All or none, and gives those that are still theirs to read. For officers. Problems: not-found, unknown-unit, unknown-worker, unknown-measure, unknown-topic.',
  })
  async sortFeedback(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SortFeedbackInput) input: rules.SortFeedback,
  ): Promise<Feedback[]> {
    return some(ctx, info, await commands.sortFeedback(ctx, input));
  }

  @Mutation(() => [Feedback], {
    description: 'Tells residents that what they said has been read, or is being looked into; what is further already stays. For officers. Problem: not-found.',
  })
  async moveFeedback(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => MoveFeedbackInput) input: rules.MoveFeedback,
  ): Promise<Feedback[]> {
    return some(ctx, info, await commands.moveFeedback(ctx, input));
  }

  @Query(() => [StaffMember], {
    description: 'Colleagues who may read a piece of feedback, by name: those whom a note about it may name. For officers and workers.',
  })
  async feedbackReaders(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('feedbackId', () => ID) feedbackId: string): Promise<StaffMember[]> {
    assertMay(ctx.actor, 'feedback.remark');
    const readers = (await isVisible(ctx, Feedback, feedbackId)) ? await readersOf(ctx, feedbackId) : [];
    return read(ctx, info, StaffMember, { where: { id: readers }, orderBy: { displayName: 'asc' }, first: MAX_PAGE });
  }

  @Mutation(() => Feedback, {
    nullable: true,
    description: 'Writes a note for colleagues, and tells those whom it names. For officers and workers. Problems: not-found, already-exists, unknown-worker.',
  })
  async remarkOnFeedback(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RemarkOnFeedbackInput) input: rules.RemarkOnFeedback,
  ): Promise<Feedback | null> {
    return read(ctx, info, Feedback, { where: { id: await commands.remarkOnFeedback(ctx, input) } });
  }

  @Query(() => [AnswerPromise], { description: 'Within how many days the city and its units answer.' })
  answerPromises(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<AnswerPromise[]> {
    assertMay(ctx.actor, 'feedback.read');
    return read(ctx, info, AnswerPromise, { first: MAX_PAGE });
  }

  @Mutation(() => Boolean, {
    description: 'Says within how many days the city, or a unit, answers what comes from now on; true. For administrators. Problem: unknown-unit.',
  })
  setAnswerPromise(@Ctx() ctx: Context, @Arg('input', () => SetAnswerPromiseInput) input: rules.SetAnswerPromise): Promise<boolean> {
    return commands.setAnswerPromise(ctx, input);
  }
}

const some = (ctx: Context, info: GraphQLResolveInfo, ids: string[]): Promise<Feedback[]> => read(ctx, info, Feedback, { where: { id: ids }, first: MAX_PAGE });
