import { Arg, Ctx, Field, Float, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { TrendBy } from '@torilla/schema/touchpoints/touchpoints';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { enumOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { assertMay } from '../../kernel/policy.ts';
import { LocalDate } from '../../kernel/scalars.ts';
import { trendsOfPoints, trendsOfUnits, uncounted } from './trends.ts';

enumOf('TrendBy', 'By what a trend is drawn: weeks, or months of whole weeks.', TrendBy);

@ObjectType({ description: 'A figure with the bounds between which it lies in 95 of 100 such samples.' })
class Estimate {
  @Field(() => Float, { description: 'The figure.' }) value!: number;
  @Field(() => Float, { description: 'The lower bound.' }) low!: number;
  @Field(() => Float, { description: 'The upper bound.' }) high!: number;
}

@ObjectType({ description: 'How it went in one period that is over: of five answers or more.' })
class ExperiencePeriod {
  @Field(() => LocalDate, { description: 'The first day, a Monday.' }) from!: string;
  @Field(() => LocalDate, { description: 'The last day, a Sunday.' }) to!: string;
  @Field(() => Int, { description: 'How many answers count.' }) answers!: number;
  @Field(() => Int, { description: 'How many of them were satisfied: 4 or 5.' }) satisfied!: number;
  @Field(() => Estimate, { description: "The mean of the answers from 1 to 5, with Student's interval." }) mean!: Estimate;
  @Field(() => Estimate, { description: "The share that was satisfied, from 0 to 1, with Wilson's interval." }) share!: Estimate;
}

@ObjectType({ description: 'How it went at a service point. For staff.' })
class TouchpointTrend {
  @Field(() => ID, { description: "The point's id." }) touchpointId!: string;
  @Field(() => [ExperiencePeriod], { description: 'The periods of which something can be told, the oldest first.' }) periods!: ExperiencePeriod[];
  @Field(() => Int, { description: 'Taps of the last 30 days that do not count because the device had just answered.' }) repeated!: number;
  @Field(() => Int, { description: 'Those that do not because it answered too often.' }) tooMany!: number;
  @Field(() => Int, { description: 'Those that were made while the point was closed.' }) closed!: number;
}

@ObjectType({ description: 'How it went at the service points of a unit.' })
class ServiceTrend {
  @Field(() => ID, { description: "The unit's stable name." }) unit!: string;
  @Field(() => LocalizedText, { description: 'What the unit is called.' }) name!: LocalizedText;
  @Field(() => Int, { description: 'How many service points take answers now.' }) points!: number;
  @Field(() => [ExperiencePeriod], { description: 'The periods of which something can be told, the oldest first.' }) periods!: ExperiencePeriod[];
}

const BY = { description: 'By weeks or by months.' };

@Resolver()
export class TrendsResolver {
  @Query(() => [ServiceTrend], { description: 'How it went at the service points of each unit that has some. Nothing is told of fewer than five answers.' })
  async serviceTrends(@Ctx() ctx: Context, @Arg('by', () => TrendBy, BY) by: TrendBy): Promise<ServiceTrend[]> {
    const trends = await trendsOfUnits(ctx, by);
    const units = await sql<Omit<ServiceTrend, 'periods'>>(
      ctx.em,
      `select u.key as unit, u.name, (count(*) filter (where p.closed_at is null))::int as points from unit u join touchpoint p on p.unit_key = u.key
      group by 1, 2 order by u.name->>'fi'`,
    );
    return units.map((unit) => ({ ...unit, periods: trends.get(unit.unit) ?? [] }));
  }

  @Query(() => [TouchpointTrend], { description: 'How it went at each service point. For staff.' })
  async touchpointTrends(@Ctx() ctx: Context, @Arg('by', () => TrendBy, BY) by: TrendBy): Promise<TouchpointTrend[]> {
    assertMay(ctx.actor, 'touchpoint.read');
    const [trends, left] = [await trendsOfPoints(ctx, by), await uncounted(ctx)];
    const points = await sql<{ id: string }>(ctx.em, 'select id from touchpoint order by created_at, id');
    return points.map(({ id }) => ({ touchpointId: id, periods: trends.get(id) ?? [], ...left(id) }));
  }
}
