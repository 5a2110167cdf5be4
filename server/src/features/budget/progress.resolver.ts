import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/budget/progress';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { read } from '../../kernel/read/index.ts';
import { BudgetProject } from './idea.entity.ts';
import { helpAt, reportProgress } from './progress.commands.ts';

const ReportProgressInput = inputOf('ReportProgressInput', 'What its unit tells of a project that was voted for.', rules.ReportProgress);
const HelpAtInput = inputOf('HelpAtInput', 'Whether an event is one at which residents help with a project.', rules.HelpAt);

@Resolver()
export class ProgressResolver {
  @Mutation(() => BudgetProject, {
    nullable: true,
    description:
      'Tells how far a project is that was voted for, which everybody reads. For officers of the unit. Problems: not-found, forbidden, wrong-phase, already-exists, bad-input.',
  })
  async reportBudgetProgress(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReportProgressInput) input: rules.ReportProgress,
  ): Promise<BudgetProject | null> {
    return one(ctx, info, await reportProgress(ctx, input));
  }

  @Mutation(() => BudgetProject, {
    nullable: true,
    description:
      'Says that an event is one at which residents help with a project that was voted for, or takes that back; whoever follows it is told. For officers of the unit. Problems: not-found, forbidden, wrong-phase, unknown-event.',
  })
  async helpAtEvent(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => HelpAtInput) input: rules.HelpAt,
  ): Promise<BudgetProject | null> {
    return one(ctx, info, await helpAt(ctx, input));
  }
}

const one = (ctx: Context, info: GraphQLResolveInfo, id: string): Promise<BudgetProject | null> => read(ctx, info, BudgetProject, { where: { id } });
