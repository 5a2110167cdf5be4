import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import * as rules from '@torilla/schema/plan/plan';
import { actionState } from '@torilla/schema/plan/state';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { may } from '../../kernel/policy.ts';
import { Needs, read } from '../../kernel/read/index.ts';
import { dayAt } from '../municipality/day.ts';
import { Action, ActionReport } from './plan.entity.ts';
import { reportAction, reportingUnits, withdrawReport } from './report.commands.ts';

const ReportActionInput = inputOf('ReportActionInput', 'What has been done for an action, and where it stands since then.', rules.ReportAction);
const WithdrawReportInput = inputOf('WithdrawReportInput', 'Which report is taken back, and why.', rules.WithdrawReport);

@Resolver(() => Action)
export class ReportResolver {
  @FieldResolver(() => rules.ActionState, { description: "Where it stands today, by the city's calendar: as its schedule tells and what was reported last." })
  @Needs('schedule', 'reported')
  state(@Root() { schedule, reported }: Action, @Ctx() { clock }: Context): rules.ActionState {
    return actionState(schedule, reported ?? null, dayAt(clock.now()));
  }

  @Query(() => [ID], {
    nullable: true,
    description: 'The units on whose actions one may report, by their keys; null for all of them, and empty for whoever may report on none.',
  })
  reportingUnits(@Ctx() { actor }: Context): string[] | null {
    return may(actor, 'plan.report') ? reportingUnits(actor) : [];
  }

  @Mutation(() => Action, {
    nullable: true,
    description:
      'Reports what was done for an action. For administrators, and officers of the city or of a unit that answers for it. Problems: not-found, forbidden, bad-input, already-exists.',
  })
  async reportAction(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReportActionInput) input: rules.ReportAction,
  ): Promise<Action | null> {
    return read(ctx, info, Action, { where: { id: await reportAction(ctx, input) } });
  }

  @Mutation(() => Action, {
    nullable: true,
    description:
      'Takes a report back: it stays, marked, its words are shown to staff alone, and its pictures are removed. For whoever may report on the action. Problems: not-found, forbidden.',
  })
  async withdrawReport(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => WithdrawReportInput) input: rules.WithdrawReport,
  ): Promise<Action | null> {
    return read(ctx, info, Action, { where: { id: await withdrawReport(ctx, input) } });
  }
}

@Resolver(() => ActionReport)
export class ActionReportResolver {
  @FieldResolver(() => LocalizedText, { nullable: true, description: 'What was told; null when it was withdrawn, but for those who may report.' })
  @Needs('words', 'withdrawnAt')
  note(@Root() { words, withdrawnAt }: ActionReport, @Ctx() { actor }: Context): LocalizedText | null {
    return withdrawnAt && !may(actor, 'plan.report') ? null : words;
  }
}
