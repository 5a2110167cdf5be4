import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Id } from '@torilla/schema/kernel/id';
import { TargetMetric } from '@torilla/schema/plan/plan';
import type { Context } from '../../kernel/context.ts';
import { parse } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { measureFigures } from './figures.ts';

const MAX_MEASURES = 100;
const Numbers = z.array(z.int().min(1).max(10_000)).max(MAX_MEASURES).nullable();
const Year = z.int().min(2000).max(2200).nullable();

@ObjectType({ simpleResolvers: true, description: 'A figure of a measure, counted when it is asked for: by whatever serves the measure.' })
class MeasureFigure {
  @Field(() => Int, { description: "The measure's number." }) measure!: number;
  @Field(() => ID, { description: "The figure's stable name: `feedback.received`." }) key!: string;
  @Field(() => LocalizedText, { description: 'What is counted, as it stands beside the number.' }) name!: LocalizedText;
  @Field(() => Int, { description: 'How many.' }) value!: number;
  @Field(() => TargetMetric, { nullable: true, description: 'The targets that it is a step to, by what they count.' }) metric?: TargetMetric;
}

@Resolver()
export class FiguresResolver {
  @Query(() => [MeasureFigure], { description: 'The live figures of measures, by measure.' })
  measureFigures(
    @Ctx() ctx: Context,
    @Arg('numbers', () => [Int], { nullable: true, description: 'Of these measures; of all when it is not given. At most 100.' }) numbers: number[] | null,
    @Arg('year', () => Int, { nullable: true, description: "Of this year alone, by the city's calendar; since the beginning when it is not given." })
    year: number | null,
    @Arg('planId', () => ID, { nullable: true, description: 'Of this version of the plan; of the one in force when it is not given.' }) planId: string | null,
  ): Promise<MeasureFigure[]> {
    return measureFigures(ctx, { planId: parse(Id.nullable(), planId ?? null), numbers: parse(Numbers, numbers ?? null), year: parse(Year, year ?? null) });
  }
}
