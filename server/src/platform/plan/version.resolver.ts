import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import * as rules from '@torilla/schema/plan/version';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { read } from '../../kernel/read/index.ts';
import { Plan } from './plan.entity.ts';
import { adoptPlan, discardDraft, draftPlan, reviseMeasure } from './version.commands.ts';

const DraftPlanInput = inputOf('DraftPlanInput', 'The next version of the plan.', rules.DraftPlan);
const ReviseMeasureInput = inputOf('ReviseMeasureInput', 'What a measure of a draft says from now on, with all of its actions.', rules.ReviseMeasure);
const AdoptPlanInput = inputOf('AdoptPlanInput', "The committee's decision on a draft.", rules.AdoptPlan);

@Resolver()
export class VersionResolver {
  @Query(() => [Plan], { description: 'The versions of the plan that are being prepared. For administrators.' })
  planDrafts(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Plan[]> {
    assertMay(ctx.actor, 'plan.draft');
    return read(ctx, info, Plan, { where: { state: 'DRAFT' }, orderBy: { from: 'desc' }, first: MAX_PAGE });
  }

  @Query(() => Plan, { nullable: true, description: 'A version of the plan that is being prepared, or was. For administrators.' })
  planDraft(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<Plan | null> {
    assertMay(ctx.actor, 'plan.draft');
    return read(ctx, info, Plan, { where: { id } });
  }

  @Mutation(() => Plan, {
    nullable: true,
    description: 'Begins the next version of the plan as a copy of the one in force. For administrators. Problem: not-found.',
  })
  async draftPlan(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => DraftPlanInput) input: rules.DraftPlan): Promise<Plan | null> {
    return read(ctx, info, Plan, { where: { id: await draftPlan(ctx, input) } });
  }

  @Mutation(() => Plan, {
    nullable: true,
    description: 'Changes a measure of a draft. For administrators. Problems: not-found, already-adopted, newer-revision, unknown-unit.',
  })
  async reviseMeasure(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReviseMeasureInput) input: rules.ReviseMeasure,
  ): Promise<Plan | null> {
    return read(ctx, info, Plan, { where: { id: await reviseMeasure(ctx, input) } });
  }

  @Mutation(() => ID, { description: 'Lays a draft aside for good. For administrators. Problem: already-adopted.' })
  discardDraft(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return discardDraft(ctx, { id });
  }

  @Mutation(() => Plan, {
    nullable: true,
    description:
      "Writes down the committee's decision: the draft comes into force, and the version before it is replaced. For administrators. Problems: not-found, already-adopted, newer-revision, bad-input.",
  })
  async adoptPlan(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AdoptPlanInput) input: rules.AdoptPlan): Promise<Plan | null> {
    return read(ctx, info, Plan, { where: { id: await adoptPlan(ctx, input) } });
  }
}
