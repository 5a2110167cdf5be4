import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import * as rules from '@torilla/schema/events/events';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { read } from '../../kernel/read/index.ts';
import { scheduleEvent } from './events.commands.ts';
import { Event, EventConnection } from './events.entity.ts';

const Filter = z.object({
  from: z.iso.datetime({ offset: true }).nullish().describe('Events that have not ended before this instant.'),
  to: z.iso.datetime({ offset: true }).nullish().describe('Events that start before this instant.'),
  kind: z.enum(rules.eventKinds).nullish().describe('Only events of this kind.'),
});
const EventFilterInput = inputOf('EventFilterInput', 'Which events; all conditions hold together.', Filter);
const ScheduleEventInput = inputOf('ScheduleEventInput', "An event of the city's calendar.", rules.ScheduleEvent);

@Resolver()
export class EventsResolver {
  @Query(() => EventConnection, { description: "The city's events, the earliest first." })
  events(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => EventFilterInput, { nullable: true }) filter: z.infer<typeof Filter> | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor of the last row seen.' }) after: string | null,
  ): Promise<object> {
    const { from, to, kind } = filter ?? {};
    return read(ctx, info, Event, {
      where: { ...(from && { endsAt: { $gte: from } }), ...(to && { startsAt: { $lt: to } }), ...(kind && { kind }) },
      orderBy: { startsAt: 'asc' },
      first,
      after,
    });
  }

  @Query(() => Event, { nullable: true, description: 'One event; null when there is none.' })
  event(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<Event | null> {
    return read(ctx, info, Event, { where: { id } });
  }

  @Mutation(() => Event, {
    nullable: true,
    description: 'Puts an event into the calendar, or changes it: the same id is the same event. For administrators and officers.',
  })
  async scheduleEvent(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ScheduleEventInput) input: rules.ScheduleEvent,
  ): Promise<Event | null> {
    return read(ctx, info, Event, { where: { id: await scheduleEvent(ctx, input) } });
  }
}
