import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/budget/project';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { read } from '../../kernel/read/index.ts';
import { BudgetIdea, BudgetProject, BudgetProjectConnection } from './idea.entity.ts';
import * as commands from './project.commands.ts';

const SaveProjectInput = inputOf('SaveProjectInput', 'A project as an officer plans it.', rules.SaveProject);
const WithdrawProjectInput = inputOf('WithdrawProjectInput', 'A project that is no longer to be voted on, and why.', rules.WithdrawProject);
const DeclineIdeaInput = inputOf('DeclineIdeaInput', 'Whether and why an idea will not be voted on.', rules.DeclineIdea);

@Resolver()
export class ProjectResolver {
  @Query(() => BudgetProjectConnection, {
    description: 'Projects of a round, the oldest first: what everybody may read from when the ballot is published, and for officers of its unit before.',
  })
  budgetProjects(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('roundId', () => ID) roundId: string,
    @Arg('areaId', () => ID, { nullable: true, description: 'Of this area alone.' }) areaId: string | null,
    @Arg('categoryId', () => ID, { nullable: true, description: 'Of this category alone.' }) categoryId: string | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    const where = { round: roundId, area: areaId ?? undefined, category: categoryId ?? undefined };
    return read(ctx, info, BudgetProject, { where, orderBy: { createdAt: 'asc' }, first, after });
  }

  @Query(() => BudgetProject, { nullable: true, description: 'A project of a round.' })
  budgetProject(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<BudgetProject | null> {
    return one(ctx, info, id);
  }

  @Mutation(() => BudgetProject, {
    nullable: true,
    description:
      'Begins a project, or changes it, until the ballot is published. For officers of the unit. Problems: not-found, forbidden, newer-revision, round-settled, bad-input, unknown-unit, unknown-district.',
  })
  async saveBudgetProject(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SaveProjectInput) input: rules.SaveProject,
  ): Promise<BudgetProject | null> {
    return one(ctx, info, await commands.saveProject(ctx, input));
  }

  @Mutation(() => ID, {
    description:
      'Lays a project aside before the ballot is published; its ideas are free again. For officers of the unit. Problems: not-found, forbidden, round-settled.',
  })
  dropBudgetProject(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return commands.dropProject(ctx, { id });
  }

  @Mutation(() => BudgetProject, {
    nullable: true,
    description: 'Takes a project from the published ballot. It stays to be read. For officers of the unit. Problems: not-found, forbidden, round-settled.',
  })
  async withdrawBudgetProject(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => WithdrawProjectInput) input: rules.WithdrawProject,
  ): Promise<BudgetProject | null> {
    return one(ctx, info, await commands.withdrawProject(ctx, input));
  }

  @Mutation(() => BudgetIdea, {
    nullable: true,
    description:
      'Says that an idea will not be voted on, and why; or takes that back. For officers of the unit. Problems: not-found, forbidden, round-settled, still-in-use.',
  })
  async declineIdea(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DeclineIdeaInput) input: rules.DeclineIdea,
  ): Promise<BudgetIdea | null> {
    const id = await commands.declineIdea(ctx, input);
    return read(ctx, info, BudgetIdea, { where: { id } });
  }
}

const one = (ctx: Context, info: GraphQLResolveInfo, id: string): Promise<BudgetProject | null> => read(ctx, info, BudgetProject, { where: { id } });
