import { Arg, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import * as rules from '@torilla/schema/fieldday/fieldday';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { Problem } from '../../kernel/problem.ts';
import { countsOf, followCounts, type Counts } from './counts.ts';
import { fieldDayOf } from './day.ts';
import * as commands from './fieldday.commands.ts';
import { EventCounts, FieldDay } from './fieldday.type.ts';

const TickFieldDayInput = inputOf('TickFieldDayInput', 'A point of the evening before is done, or is not after all.', rules.TickFieldDay);
const CloseFieldDayInput = inputOf('CloseFieldDayInput', 'A day in the field is over: who came, and what is known to be lacking.', rules.CloseFieldDay);
const ReopenFieldDayInput = inputOf('ReopenFieldDayInput', 'Which closing is taken back.', rules.ReopenFieldDay);

const WHO = 'For administrators, officers and who staffs the event. Problems: forbidden, not-found.';

@Resolver()
export class FieldDayResolver {
  @Query(() => EventCounts, { description: `What has come of an event so far. ${WHO}` })
  eventCounts(@Ctx() ctx: Context, @Arg('eventId', () => ID) eventId: string): Promise<Counts> {
    return countsOf(ctx, eventId);
  }

  @Subscription(() => EventCounts, {
    subscribe: ({ args, context }: { args: { eventId: string }; context: Context }) => followCounts(context, args.eventId),
    description: `What has come of an event so far, at once and whenever something has changed, at most once a second. At /graphql/stream, by server-sent events; ends with unauthenticated when whoever asks is signed out. ${WHO}`,
  })
  eventCountsChanged(@Root() told: Counts | Problem | undefined, @Arg('eventId', () => ID) _: string): Counts {
    if (!told || told instanceof Problem) throw told ?? new Problem('bad-input');
    return told;
  }

  @Query(() => FieldDay, { description: `A day in the field: the evening before, and how it was closed. ${WHO}` })
  fieldDay(@Ctx() ctx: Context, @Arg('eventId', () => ID) eventId: string) {
    return fieldDayOf(ctx, eventId);
  }

  @Mutation(() => FieldDay, { description: `Somebody has looked at a point of the evening before, or takes that back. ${WHO}` })
  async tickFieldDay(@Ctx() ctx: Context, @Arg('input', () => TickFieldDayInput) input: rules.TickFieldDay) {
    return fieldDayOf(ctx, await commands.tickFieldDay(ctx, input));
  }

  @Mutation(() => FieldDay, {
    description:
      'Closes a day in the field with what has come of it; what comes later is taken all the same. For administrators and officers. Problems: unknown-event, event-cancelled, day-closed, captures-lacking.',
  })
  async closeFieldDay(@Ctx() ctx: Context, @Arg('input', () => CloseFieldDayInput) input: rules.CloseFieldDay) {
    return fieldDayOf(ctx, await commands.closeFieldDay(ctx, input));
  }

  @Mutation(() => FieldDay, { description: 'Takes a closed day up again; the closing stays as it was. For administrators and officers. Problem: not-found.' })
  async reopenFieldDay(@Ctx() ctx: Context, @Arg('input', () => ReopenFieldDayInput) input: rules.ReopenFieldDay) {
    return fieldDayOf(ctx, await commands.reopenFieldDay(ctx, input));
  }
}
