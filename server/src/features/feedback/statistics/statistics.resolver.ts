import { Arg, Ctx, Field, Float, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { PublicDimension, StatisticsDimension, StatisticsStep } from '@torilla/schema/feedback/statistics';
import type { Context } from '../../../kernel/context.ts';
import { enumOf, inputOf, parse } from '../../../kernel/input.ts';
import { LocalizedText } from '../../../kernel/localized.ts';
import { assertMay } from '../../../kernel/policy.ts';
import { Problem } from '../../../kernel/problem.ts';
import { LocalDate } from '../../../kernel/scalars.ts';
import { FeedbackFilter } from '../feedback.filter.ts';
import * as everybody from './public.ts';
import { feedbackStatistics } from './statistics.ts';

enumOf('StatisticsDimension', 'By what feedback is counted.', StatisticsDimension);
enumOf('StatisticsStep', "Steps of time by the city's calendar; a week begins on Monday.", StatisticsStep);
enumOf('PublicDimension', 'By what everybody sees feedback counted.', PublicDimension);
const FeedbackFilterInput = inputOf('FeedbackFilterInput', 'Which feedback; all conditions hold together.', FeedbackFilter);
const Year = z.int().min(2000).max(2200).nullable();

@ObjectType({ simpleResolvers: true, description: 'How much feedback there is of something, and how it was answered. Counts, without anybody.' })
class FeedbackStatistics {
  @Field(() => ID, { nullable: true, description: 'Of what: the key or the id by which it was counted; null for what was not told, and for all.' })
  key!: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'The first day of the week or month; null without steps.' }) period!: string | null;
  @Field(() => LocalizedText, { nullable: true, description: 'What it is called, where the city has a name for it.' }) name!: LocalizedText | null;
  @Field(() => Int, { nullable: true, description: "The measure's number." }) number!: number | null;
  @Field(() => Int, { description: 'Pieces of feedback.' }) count!: number;
  @Field(() => Int, { description: 'People who said it.' }) people!: number;
  @Field(() => Int, { description: 'Pieces that are neither answered nor led to a change.' }) open!: number;
  @Field(() => Int, { description: 'Of those, the ones whose promised day is over.' }) late!: number;
  @Field(() => Int, { description: 'Pieces that were answered at least once.' }) answered!: number;
  @Field(() => Float, { nullable: true, description: 'The median of the days from receiving to the first answer; null where nothing was answered.' })
  medianDays!: number | null;
  @Field(() => Float, { nullable: true, description: 'The days within which nine of ten were answered, of those that were.' }) p90Days!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'A row of a table that everybody sees.' })
class PublicCell {
  @Field(() => ID, { description: 'Of what; empty for what was not told.' }) key!: string;
  @Field(() => LocalizedText, { nullable: true, description: 'What it is called, where the city has a name for it.' }) name!: LocalizedText | null;
  @Field(() => Int, { nullable: true, description: "The measure's number." }) number!: number | null;
  @Field(() => Int, { nullable: true, description: 'Pieces of feedback; null where they are too few to show, or hidden along so that those cannot be told.' })
  count!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'Feedback of a year by one thing, as everybody sees it.' })
class PublicTable {
  @Field(() => PublicDimension, { description: 'By what.' }) by!: PublicDimension;
  @Field(() => [PublicCell], { description: 'Every row of the list.' }) cells!: PublicCell[];
  @Field(() => Int, { nullable: true, description: 'Those without a count, together; null where nothing is hidden, or where even that is too few.' })
  together!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'What residents said in a year, as everybody sees it. Fewer than five are not shown.' })
class PublicStatistics {
  @Field(() => Int, { description: 'The calendar year.' }) year!: number;
  @Field(() => [Int], { description: 'The years of which there is something to show, the latest first.' }) years!: number[];
  @Field(() => LocalDate, { description: 'The last day that is counted: the end of the year, or of the last month that is over.' }) until!: string;
  @Field(() => Int, { nullable: true, description: 'Pieces of feedback; null where they are too few.' }) total!: number | null;
  @Field(() => Int, { nullable: true, description: 'Pieces that were answered; null where they, or those that were not, are too few.' }) answered!:
    | number
    | null;
  @Field(() => Float, { nullable: true, description: 'The median of the days from receiving to the first answer.' }) medianDays!: number | null;
  @Field(() => [PublicTable], { description: 'By one thing at a time.' }) tables!: PublicTable[];
}

@Resolver()
export class StatisticsResolver {
  @Query(() => [FeedbackStatistics], {
    description:
      'Counts the feedback that one may read: by period, the most first. For administrators, officers and viewers; those of a unit count what concerns it. Problem: query-too-expensive.',
  })
  feedbackStatistics(
    @Ctx() ctx: Context,
    @Arg('by', () => StatisticsDimension, { description: 'By what. By topic a piece is in each of its topics; by event the hundred with the most are told.' })
    by: StatisticsDimension,
    @Arg('over', () => StatisticsStep, { nullable: true, description: 'In steps of time; periods of which there is nothing are left out. Not by event.' })
    over: StatisticsStep | null,
    @Arg('filter', () => FeedbackFilterInput, { nullable: true }) filter: FeedbackFilter | null,
  ): Promise<FeedbackStatistics[]> {
    assertMay(ctx.actor, 'feedback.statistics');
    if (over && by === StatisticsDimension.EVENT) throw new Problem('bad-input', { fields: ['over: not by event'] });
    return feedbackStatistics(ctx, { by, over: over ?? null, filter: filter ?? {} });
  }

  @Query(() => PublicStatistics, { description: 'What residents said in a year, as everybody sees it: up to the last month that is over.' })
  publicStatistics(
    @Ctx() ctx: Context,
    @Arg('year', () => Int, { nullable: true, description: 'The calendar year; the latest when it is not given.' }) year: number | null,
  ): Promise<PublicStatistics> {
    return everybody.publicStatistics(ctx, parse(Year, year ?? null));
  }
}
