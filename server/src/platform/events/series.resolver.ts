import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { MAX_OCCURRENCES } from '@torilla/schema/events/limits';
import * as rules from '@torilla/schema/events/series';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { read } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { Event } from './events.entity.ts';
import { occurrencesOf, scheduleSeries } from './series.commands.ts';

const ScheduleSeriesInput = inputOf('ScheduleSeriesInput', 'Events that recur.', rules.ScheduleSeries);
const RecurrenceInput = inputOf('RecurrenceInput', 'A recurrence that is looked at before anything is made of it.', rules.Recurrence);

@Resolver()
export class SeriesResolver {
  @Query(() => [DateTime], {
    description:
      'When the events of a recurrence would begin. For administrators and officers. Problems: bad-input, recurrence-endless, recurrence-too-long, recurrence-never.',
  })
  occurrences(@Ctx() ctx: Context, @Arg('input', () => RecurrenceInput) input: rules.Recurrence): Promise<Date[]> {
    return occurrencesOf(ctx, input);
  }

  @Mutation(() => [Event], {
    description: `Puts events that recur into the calendar, each of its own, at most ${MAX_OCCURRENCES}. For administrators and officers. Problems: bad-input, recurrence-endless, recurrence-too-long, recurrence-never.`,
  })
  async scheduleSeries(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ScheduleSeriesInput) input: rules.ScheduleSeries,
  ): Promise<Event[]> {
    return read(ctx, info, Event, { where: { series: await scheduleSeries(ctx, input) }, orderBy: { startsAt: 'asc' }, first: MAX_OCCURRENCES });
  }
}
