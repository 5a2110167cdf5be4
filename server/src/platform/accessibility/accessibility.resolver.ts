import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/accessibility/accessibility';
import { Locale } from '@torilla/schema/kernel/localized';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { read } from '../../kernel/read/index.ts';
import { DateTime, LocalDate } from '../../kernel/scalars.ts';
import * as commands from './accessibility.commands.ts';
import { Barrier, BarrierConnection, Supervisor } from './accessibility.entity.ts';

const ReportBarrierInput = inputOf('ReportBarrierInput', 'What is not accessible.', rules.ReportBarrier);
const AnswerBarrierInput = inputOf('AnswerBarrierInput', 'The answer to somebody who told of a barrier.', rules.AnswerBarrier);
const SetSupervisorInput = inputOf('SetSupervisorInput', 'Who supervises the city.', rules.SetSupervisor);

@ObjectType({ description: 'A rule that was broken on a page.' })
class AccessibilityViolation {
  @Field(() => String, { description: "The rule's name: color-contrast." }) rule!: string;
  @Field(() => String, { nullable: true, description: 'minor, moderate, serious or critical.' }) impact!: string | null;
  @Field(() => String, { description: 'The path of the page.' }) page!: string;
  @Field(() => Locale, { description: 'The language in which it was read.' }) language!: Locale;
  @Field(() => String, { description: 'The look in which it was read: light, dark, sunlight.' }) theme!: string;
  @Field(() => Int, { description: 'How many elements break it.' }) elements!: number;
}

@ObjectType({ description: 'What the last run of tests found, of the version that is served.' })
class AccessibilityAssessment {
  @Field(() => DateTime, { description: 'When the run ended.' }) assessedAt!: string;
  @Field(() => String, { description: 'What read the pages.' }) tool!: string;
  @Field(() => Int, { description: 'Rules that were applied.' }) rules!: number;
  @Field(() => [String], { description: 'Paths of the pages that were read.' }) pages!: string[];
  @Field(() => [Locale], { description: 'The languages in which each was read.' }) languages!: Locale[];
  @Field(() => [String], { description: 'The looks in which each was read.' }) themes!: string[];
  @Field(() => [AccessibilityViolation], { description: 'What broke a rule; empty when nothing did.' }) violations!: AccessibilityViolation[];
}

@ObjectType({ description: 'What became of a report.' })
class BarrierReceipt {
  @Field(() => ID, { description: "The report's id." }) id!: string;
  @Field(() => LocalDate, { description: 'The last day on which the law has it answered.' }) dueOn!: string;
}

@Resolver()
export class AccessibilityResolver {
  @Query(() => AccessibilityAssessment, { nullable: true, description: 'What the last run of tests found; null when no run is known of what is served.' })
  accessibilityAssessment(@Ctx() { services }: Context): AccessibilityAssessment | null {
    return services.assessment;
  }

  @Query(() => Supervisor, { nullable: true, description: 'Who supervises that the city keeps the law on digital services.' })
  supervisor(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Supervisor | null> {
    return read(ctx, info, Supervisor, { where: { one: 1 } });
  }

  @Query(() => BarrierConnection, { description: 'What people told of barriers, what must be answered soonest first. For administrators.' })
  barriers(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('answered', () => Boolean, { defaultValue: false, description: 'Those that were answered, or those that wait.' }) answered: boolean,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'accessibility.read');
    return read(ctx, info, Barrier, { where: { answeredAt: answered ? { $ne: null } : null }, orderBy: { dueOn: answered ? 'desc' : 'asc' }, first, after });
  }

  @Mutation(() => BarrierReceipt, { description: 'Tells of something that is not accessible. Open to anybody. Problem: too-many-requests.' })
  async reportBarrier(@Ctx() ctx: Context, @Arg('input', () => ReportBarrierInput) input: rules.ReportBarrier): Promise<BarrierReceipt> {
    return commands.reportBarrier(ctx, input);
  }

  @Mutation(() => Barrier, {
    nullable: true,
    description: 'Answers, by mail where an address was given. For administrators. Problems: not-found, not-held, mail-not-sent.',
  })
  async answerBarrier(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AnswerBarrierInput) input: rules.AnswerBarrier,
  ): Promise<Barrier | null> {
    return read(ctx, info, Barrier, { where: { id: await commands.answerBarrier(ctx, input) } });
  }

  @Mutation(() => Supervisor, { nullable: true, description: 'Says who supervises the city. For administrators.' })
  async setSupervisor(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SetSupervisorInput) input: rules.SetSupervisor,
  ): Promise<Supervisor | null> {
    await commands.setSupervisor(ctx, input);
    return read(ctx, info, Supervisor, { where: { one: 1 } });
  }
}
