import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import * as rules from '@torilla/schema/events/events';
import { Id } from '@torilla/schema/kernel/id';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { all, read, sql, type Sql } from '../../kernel/read/index.ts';
import { scheduleEvent } from './events.commands.ts';
import { Event, EventConnection } from './events.entity.ts';
import { cancelEvent, moveEvent } from './moved.commands.ts';
import { reachOf } from './reach.ts';

const Filter = z.object({
  from: z.iso.datetime({ offset: true }).nullish().describe('Events that have not ended before this instant.'),
  to: z.iso.datetime({ offset: true }).nullish().describe('Events that start before this instant.'),
  kind: z.enum(rules.eventKinds).nullish().describe('Only events of this kind.'),
  measureId: Id.nullish().describe('Only events that serve this measure.'),
  seriesId: Id.nullish().describe('Only events of this series.'),
});
const EventFilterInput = inputOf('EventFilterInput', 'Which events; all conditions hold together.', Filter);
const ScheduleEventInput = inputOf('ScheduleEventInput', "An event of the city's calendar.", rules.ScheduleEvent);
const MoveEventInput = inputOf('MoveEventInput', 'Where and when an event will be instead.', rules.MoveEvent);
const CancelEventInput = inputOf('CancelEventInput', 'Which event will not be held, and why.', rules.CancelEvent);

@ObjectType({ description: 'How those who registered for an event and have not cancelled are reached. Counts, without anybody.' })
class EventReach {
  @Field(() => Int, { description: 'How many registrations there are.' }) parties!: number;
  @Field(() => Int, { description: 'How many people come with them.' }) people!: number;
  @Field(() => Int, { description: 'Registrations that left an e-mail address: they are written to.' }) byMail!: number;
  @Field(() => Int, { description: 'Registrations with a phone number alone: somebody has to call.' }) byPhone!: number;
  @Field(() => Int, { description: 'Registrations that left neither.' }) nowhere!: number;
  @Field(() => Int, { description: 'Mails about a move or a cancelling that wait to leave.' }) mailsWaiting!: number;
  @Field(() => Int, { description: 'Such mails that have left.' }) mailsSent!: number;
  @Field(() => Int, { description: 'Such mails that the mail server refused for good, or too often.' }) mailsFailed!: number;
}

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
    return read(ctx, info, Event, {
      where: conditionsOf(filter ?? {}),
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
    description:
      'Puts an event into the calendar, or changes it: the same id is the same event. For administrators and officers. Problems: event-full, event-has-guests, event-cancelled.',
  })
  async scheduleEvent(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ScheduleEventInput) input: rules.ScheduleEvent,
  ): Promise<Event | null> {
    return read(ctx, info, Event, { where: { id: await scheduleEvent(ctx, input) } });
  }

  @Query(() => EventReach, { description: 'How those who registered for an event are reached, and what of it has left. For administrators and officers.' })
  eventReach(
    @Ctx() ctx: Context,
    @Arg('eventId', () => ID) eventId: string,
    @Arg('following', () => Boolean, { defaultValue: false, description: 'True for those of its series that follow as well.' }) following: boolean,
  ): Promise<EventReach> {
    return reachOf(ctx, eventId, following);
  }

  @Mutation(() => Event, {
    nullable: true,
    description:
      'Moves an event to another time or place, and tells whoever registered by mail. For administrators and officers. Problems: unknown-event, event-cancelled, event-over.',
  })
  async moveEvent(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => MoveEventInput) input: rules.MoveEvent): Promise<Event | null> {
    return read(ctx, info, Event, { where: { id: await moveEvent(ctx, input) } });
  }

  @Mutation(() => Event, {
    nullable: true,
    description:
      'Cancels an event, and tells whoever registered by mail. For administrators and officers. Problems: unknown-event, event-cancelled, event-over.',
  })
  async cancelEvent(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CancelEventInput) input: rules.CancelEvent,
  ): Promise<Event | null> {
    return read(ctx, info, Event, { where: { id: await cancelEvent(ctx, input) } });
  }
}

function conditionsOf({ from, to, kind, measureId, seriesId }: z.infer<typeof Filter>): (column: (property: string) => Sql) => Sql {
  return (column) =>
    all([
      ...(from ? [sql`${column('endsAt')} >= ${from}`] : []),
      ...(to ? [sql`${column('startsAt')} < ${to}`] : []),
      ...(kind ? [sql`${column('kind')} = ${kind}`] : []),
      ...(seriesId ? [sql`${column('series')} = ${seriesId}`] : []),
      ...(measureId ? [sql`exists (select from event_measures m where m.event_id = ${column('id')} and m.measure_id = ${measureId})`] : []),
    ]);
}
