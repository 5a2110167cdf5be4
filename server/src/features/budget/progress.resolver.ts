import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/budget/progress';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { read } from '../../kernel/read/index.ts';
import { BudgetProject } from './idea.entity.ts';
import { reportProgress } from './progress.commands.ts';

const ReportProgressInput = inputOf('ReportProgressInput', 'What its unit tells of a project that was voted for.', rules.ReportProgress);

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
    const id = await reportProgress(ctx, input);
    return read(ctx, info, BudgetProject, { where: { id } });
  }
}
