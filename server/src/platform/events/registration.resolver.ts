import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/events/registration';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { read } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { ReceiptView } from '../views/seen.type.ts';
import { cancelRegistration, checkIn, openGuests, registerForEvent, undoCheckIn } from './registration.commands.ts';
import { Registration, RegistrationConnection } from './registration.entity.ts';
import { myRegistrations, registrationByCode } from './registration.own.ts';

const RegisterForEventInput = inputOf('RegisterForEventInput', 'Somebody registers for an event, with an account or without one.', rules.RegisterForEvent);
const CheckInInput = inputOf('CheckInInput', 'Who has come: one of the list, or whoever shows the code.', rules.CheckIn);

@ObjectType({ description: 'A registration, as whoever made it sees it.' })
class OwnRegistration {
  @Field(() => String, { description: 'The code by which it is known again: K7QF-2M9X-4TDR.' }) code!: string;
  @Field(() => rules.RegistrationState, { description: 'Where it is.' }) state!: rules.RegistrationState;
  @Field(() => String, { description: 'As they want to be called; empty once they have cancelled.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Where they are written to.' }) email!: string | null;
  @Field(() => String, { nullable: true, description: 'Where to call.' }) phone!: string | null;
  @Field(() => Int, { description: 'How many come, themself included.' }) partySize!: number;
  @Field(() => String, { nullable: true, description: 'What they need there to take part.' }) needs!: string | null;
  @Field(() => DateTime, { description: 'When they registered.' }) registeredAt!: string;
  @Field(() => Int, { description: 'On the waiting list: how many people wait before them.' }) ahead!: number;
  @Field(() => ID, { description: "The event's id." }) eventId!: string;
  @Field(() => LocalizedText, { description: 'What the event is called.' }) title!: LocalizedText;
  @Field(() => LocalizedText, { description: 'Where it is.' }) place!: LocalizedText;
  @Field(() => DateTime, { description: 'When it begins.' }) startsAt!: string;
  @Field(() => DateTime, { description: 'When it ends.' }) endsAt!: string;
}

@ObjectType({ description: 'A registration, as whoever has its code sees it.' })
class RegistrationHeld extends OwnRegistration {
  @Field(() => [ReceiptView], { description: 'Who of the staff looked, the newest first.' }) views!: ReceiptView[];
}

@Resolver()
export class RegistrationResolver {
  @Query(() => RegistrationHeld, { nullable: true, description: 'A registration, for whoever has its code. Problem: too-many-requests.' })
  registration(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<RegistrationHeld | null> {
    return registrationByCode(ctx, code);
  }

  @Query(() => [OwnRegistration], { description: 'What the resident who is signed in registered for, the next first.' })
  myRegistrations(@Ctx() ctx: Context): Promise<OwnRegistration[]> {
    return myRegistrations(ctx);
  }

  @Mutation(() => RegistrationHeld, {
    nullable: true,
    description:
      'Registers somebody for an event: with a place while there is room, else on the waiting list. For anybody. Problems: unknown-event, registration-closed, event-cancelled, already-registered, already-exists, too-many-requests.',
  })
  async registerForEvent(@Ctx() ctx: Context, @Arg('input', () => RegisterForEventInput) input: rules.RegisterForEvent): Promise<RegistrationHeld | null> {
    return registrationByCode(ctx, await registerForEvent(ctx, input));
  }

  @Mutation(() => RegistrationHeld, {
    nullable: true,
    description:
      'Whoever has the code will not come: what was held of them goes, and their place to the next who waits. Problems: not-found, registration-closed for whoever has come, too-many-requests.',
  })
  async cancelRegistration(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<RegistrationHeld | null> {
    await cancelRegistration(ctx, { code });
    return registrationByCode(ctx, code);
  }

  @Mutation(() => RegistrationConnection, {
    description:
      'Opens who comes to an event, in the order in which they registered, and writes down who looked. For administrators, officers and who staffs it. Problems: not-found, forbidden.',
  })
  async openGuests(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('eventId', () => ID) eventId: string,
    @Arg('first', () => Int, { defaultValue: 100, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor of the last row seen.' }) after: string | null,
  ): Promise<object> {
    await openGuests(ctx, { eventId });
    return read(ctx, info, Registration, { where: { event: eventId, state: { $ne: 'CANCELLED' } }, orderBy: { registeredAt: 'asc' }, first, after });
  }

  @Mutation(() => Registration, {
    nullable: true,
    description:
      'Somebody has come. For administrators, officers and who staffs the event. Problems: not-found for a code of another event, forbidden, registration-cancelled, event-cancelled, event-full.',
  })
  async checkIn(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => CheckInInput) input: rules.CheckIn): Promise<Registration | null> {
    return read(ctx, info, Registration, { where: { id: await checkIn(ctx, input) } });
  }

  @Mutation(() => Registration, { nullable: true, description: 'Takes back that somebody has come. Problems: not-found, forbidden.' })
  async undoCheckIn(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<Registration | null> {
    return read(ctx, info, Registration, { where: { id: await undoCheckIn(ctx, { id }) } });
  }
}
