import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { MAX_IDEA_TITLE } from '@torilla/schema/budget/limits';
import * as rules from '@torilla/schema/budget/idea';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { ask, pageSize, read, seen, sql, type Where } from '../../kernel/read/index.ts';
import { alike, folded, likeness } from '../../kernel/search/match.ts';
import * as commands from './idea.commands.ts';
import { BudgetIdea, BudgetIdeaConnection, BudgetProject } from './idea.entity.ts';

const JudgeIdeaInput = inputOf('JudgeIdeaInput', 'What becomes of an idea.', rules.JudgeIdea);

@Resolver()
export class IdeaResolver {
  @Query(() => BudgetIdeaConnection, {
    description: 'Ideas of a round, the newest first: what everybody may read, and for officers of its unit the rest.',
  })
  budgetIdeas(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('roundId', () => ID) roundId: string,
    @Arg('categoryId', () => ID, { nullable: true, description: 'Of this category alone.' }) categoryId: string | null,
    @Arg('state', () => rules.IdeaState, { nullable: true, description: 'Of these alone.' }) state: rules.IdeaState | null,
    @Arg('undecided', () => Boolean, { defaultValue: false, description: 'Only what is neither part of a project that the reader may see nor declined.' })
    undecided: boolean,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    const projects = seen(ctx, BudgetProject, 'p');
    const free: Where = (column) =>
      sql`not exists (select from budget_project_ideas i join ${projects.rows} on ${projects.column('id')} = i.budget_project_id where i.budget_idea_id = ${column('id')})`;
    const where = { round: roundId, category: categoryId ?? undefined, state: state ?? undefined, ...(undecided && { declinedAt: null, $and: [free] }) };
    return read(ctx, info, BudgetIdea, { where, orderBy: { receivedAt: 'desc' }, first, after });
  }

  @Query(() => BudgetIdea, { nullable: true, description: 'An idea of a round.' })
  budgetIdea(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<BudgetIdea | null> {
    return one(ctx, info, id);
  }

  @Query(() => [BudgetIdea], {
    description:
      'Ideas of a round that look like what somebody is writing, the most alike first. Asked in the body of a request: what is written is in no address.',
  })
  async alikeIdeas(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('roundId', () => ID) roundId: string,
    @Arg('title', () => String, { description: 'As far as it is written; beyond the length of a title it is not looked at.' }) title: string,
    @Arg('first', () => Int, { defaultValue: 3, description: 'At most 100.' }) first: number,
  ): Promise<BudgetIdea[]> {
    const sought = title.slice(0, MAX_IDEA_TITLE).trim();
    if (!sought) return [];
    const { rows, column } = seen(ctx, BudgetIdea, 'i');
    const look = folded(sql`${column('title')}`);
    const found = await ask<{ id: string }>(
      ctx,
      sql`select ${column('id')}::text as id from ${rows} where ${column('round')} = ${roundId}::uuid and ${column('state')} = 'SHOWN'
        and ${alike(look, sought)} order by ${likeness(look, sought)} desc, ${column('id')} limit ${String(pageSize(first))}::int`,
    );
    const ids = found.map(({ id }) => id);
    return read(ctx, info, BudgetIdea, { where: { id: ids }, orderBy: (key) => sql`array_position(${ids}::uuid[], ${key('id')})`, first });
  }

  @Mutation(() => BudgetIdea, {
    nullable: true,
    description: 'Shows an idea, covers what tells who somebody is, or hides it. For officers of the unit. Problems: not-found, forbidden.',
  })
  async judgeIdea(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => JudgeIdeaInput) input: rules.JudgeIdea,
  ): Promise<BudgetIdea | null> {
    return one(ctx, info, await commands.judgeIdea(ctx, input));
  }
}

const one = (ctx: Context, info: GraphQLResolveInfo, id: string): Promise<BudgetIdea | null> => read(ctx, info, BudgetIdea, { where: { id } });
