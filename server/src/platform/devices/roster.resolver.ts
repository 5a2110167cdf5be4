import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { AskRoster, type RosterAnswer } from '@torilla/schema/devices/roster';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { rosterOf } from './roster.ts';

const AskRosterInput = inputOf('AskRosterInput', 'The event whose people are asked for, signed by the tablet.', AskRoster);

@ObjectType({ description: 'What a PIN is checked with on a tablet that has no network: PBKDF2 with SHA-256, 32 bytes.' })
class PinVerifier {
  @Field(() => String, { description: 'Base64url.' }) salt!: string;
  @Field(() => Int, { description: 'How many rounds.' }) iterations!: number;
  @Field(() => String, { description: 'Base64url.' }) hash!: string;
}

@ObjectType({ description: 'Somebody who staffs an event, as its tablets know them.' })
class RosterWorker {
  @Field(() => ID, { description: "The member of staff's id." }) id!: string;
  @Field(() => String, { description: 'As colleagues know them.' }) displayName!: string;
  @Field(() => PinVerifier, { nullable: true, description: 'Of their PIN; null when they have none.' }) pin!: PinVerifier | null;
}

@ObjectType({ description: 'Who staffs an event, for a tablet of the city.' })
class Roster {
  @Field(() => ID, { description: 'The nonce of the request: an answer without it was not ours.' }) requestId!: string;
  @Field(() => String, { description: 'What staff call the tablet now.' }) deviceName!: string;
  @Field(() => [RosterWorker], { description: 'By name.' }) workers!: RosterWorker[];
}

@Resolver()
export class RosterResolver {
  @Query(() => Roster, {
    description: 'Who staffs an event, for a tablet that signs. Problems: device-unknown, device-revoked, device-retired, signature-invalid, signature-stale.',
  })
  roster(@Ctx() ctx: Context, @Arg('input', () => AskRosterInput) input: AskRoster): Promise<RosterAnswer> {
    return rosterOf(ctx, input);
  }
}
