import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/budget/comment';
import { IdeaState } from '@torilla/schema/budget/idea';
import { WriteRemark } from '@torilla/schema/budget/remark';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { read, sql, type Where } from '../../kernel/read/index.ts';
import * as commands from './comment.commands.ts';
import { BudgetComment, BudgetCommentConnection, BudgetIdea } from './idea.entity.ts';

const WriteCommentInput = inputOf('WriteCommentInput', 'What a resident says of an idea.', rules.WriteComment);
const JudgeCommentInput = inputOf('JudgeCommentInput', 'What becomes of a comment.', rules.JudgeComment);
const WriteRemarkInput = inputOf('WriteRemarkInput', 'A note among officers about an idea.', WriteRemark);

@Resolver()
export class CommentResolver {
  @Query(() => BudgetCommentConnection, {
    description: 'Comments on the ideas of a round, the newest first: what everybody may read, one’s own, and for officers of its unit the rest.',
  })
  budgetComments(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('roundId', () => ID) roundId: string,
    @Arg('state', () => IdeaState, { nullable: true, description: 'Of these alone.' }) state: IdeaState | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    const ofRound: Where = (column) => sql`exists (select from budget_idea i where i.id = ${column('idea')} and i.round_id = ${roundId}::uuid)`;
    return read(ctx, info, BudgetComment, { where: { state: state ?? undefined, $and: [ofRound] }, orderBy: { writtenAt: 'desc' }, first, after });
  }

  @Mutation(() => BudgetIdea, {
    nullable: true,
    description: 'Says something of an idea, for everybody to read. For residents. Problems: not-found, wrong-phase, already-exists, bad-input.',
  })
  async commentOnIdea(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => WriteCommentInput) input: rules.WriteComment,
  ): Promise<BudgetIdea | null> {
    const id = await commands.writeComment(ctx, input);
    return read(ctx, info, BudgetIdea, { where: { id } });
  }

  @Mutation(() => BudgetIdea, { nullable: true, description: 'Takes one’s own comment back for good. For residents. Problems: not-found.' })
  async withdrawComment(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) commentId: string): Promise<BudgetIdea | null> {
    const id = await commands.withdrawComment(ctx, { id: commentId });
    return read(ctx, info, BudgetIdea, { where: { id } });
  }

  @Mutation(() => BudgetIdea, {
    nullable: true,
    description: 'Writes a note about an idea that colleagues read. For officers, of whichever unit. Problems: not-found, already-exists, bad-input.',
  })
  async noteOnIdea(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => WriteRemarkInput) input: WriteRemark,
  ): Promise<BudgetIdea | null> {
    const id = await commands.writeRemark(ctx, input);
    return read(ctx, info, BudgetIdea, { where: { id } });
  }

  @Mutation(() => BudgetComment, {
    nullable: true,
    description: 'Shows a comment, covers what tells who somebody is, or hides it. For officers of the unit. Problems: not-found, forbidden.',
  })
  async judgeComment(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => JudgeCommentInput) input: rules.JudgeComment,
  ): Promise<BudgetComment | null> {
    const id = await commands.judgeComment(ctx, input);
    return read(ctx, info, BudgetComment, { where: { id } });
  }
}
