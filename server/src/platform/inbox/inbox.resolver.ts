import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/inbox/inbox';
import { ItemCode, PushCaptures, type PushAnswer } from '@torilla/schema/kernel/capture';
import { Receipt } from '@torilla/schema/kernel/receipt';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { enumOf, inputOf, parse } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { read } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { completenessOf } from './completeness.ts';
import * as commands from './inbox.commands.ts';
import { InboxItem, InboxItemConnection } from './inbox.entity.ts';
import { pushCaptures } from './push.ts';
import { SequenceRange } from './sequence.type.ts';

enumOf('ItemCode', 'What became of one item of a push, and so what the device does with it.', ItemCode);
enumOf('ReceiptState', 'What the holder of a receipt is told.', rules.ReceiptState);
const PushCapturesInput = inputOf('PushCapturesInput', 'Up to fifty sealed captures of one device, signed by it.', PushCaptures);
const RetryHeldInput = inputOf('RetryHeldInput', 'A held item and, if need be, its mended input.', rules.RetryHeld);
const DismissHeldInput = inputOf('DismissHeldInput', 'A held item and why it is set aside.', rules.DismissHeld);

@ObjectType({ description: 'What became of one item of a push.' })
class ItemResult {
  @Field(() => ID, { description: "The item's id, as it was sent." }) id!: string;
  @Field(() => Int, { description: "The item's revision, as it was sent." }) revision!: number;
  @Field(() => ItemCode, { description: 'What became of it.' }) code!: ItemCode;
  @Field(() => String, { nullable: true, description: "The code on the resident's receipt, once stored." }) receipt?: string;
  @Field(() => String, { nullable: true, description: 'The problem for which it is held.' }) reason?: string;
  @Field(() => Int, { nullable: true, description: 'With RETRY: how long to wait, in milliseconds.' }) retryAfterMs?: number;
}

@ObjectType({ description: 'The answer to a push, given after the commit.' })
class PushCapturesPayload {
  @Field(() => ID, { description: 'The nonce of the request: an answer without it was not ours.' }) requestId!: string;
  @Field(() => ID, { description: 'Changes when the city restored a backup: the device then sends all that it keeps again.' }) serverEpoch!: string;
  @Field(() => DateTime, { description: "The server's clock, for the device to measure its own against." }) serverTime!: string;
  @Field(() => [ItemResult], { description: 'One per item, in the order of the request.' }) results!: ItemResult[];
  @Field(() => Int, { description: 'The highest number of the device up to which nothing is missing.' }) receivedThrough!: number;
  @Field(() => [SequenceRange], { description: 'Numbers that the device gave and the city lacks.' }) missing!: SequenceRange[];
}

@ObjectType({ description: 'Whether all that a device captured at an event has arrived, from its last contact.' })
class Completeness {
  @Field(() => ID, { description: "The device's id." }) deviceId!: string;
  @Field(() => String, { description: 'What staff call it.' }) deviceName!: string;
  @Field(() => DateTime, { nullable: true, description: 'When it last spoke with the city.' }) lastContactAt?: Date;
  @Field(() => Int, { description: 'Entries that the device made at the event.' }) made!: number;
  @Field(() => Int, { description: 'Of those, how many arrived.' }) received!: number;
  @Field(() => Int, { description: 'Of those, how many wait for a person.' }) held!: number;
  @Field(() => [SequenceRange], { description: 'Those that did not arrive, by their number on the device.' }) missing!: SequenceRange[];
}

@ObjectType({ description: 'What the holder of a receipt is told.' })
class ReceiptStatus {
  @Field(() => String, { description: 'The code in its written form.' }) code!: string;
  @Field(() => rules.ReceiptState, { description: 'Where it stands.' }) state!: rules.ReceiptState;
  @Field(() => DateTime, { nullable: true, description: 'When the city stored it.' }) receivedAt?: Date;
}

@Resolver()
export class InboxResolver {
  @Mutation(() => PushCapturesPayload, {
    description: 'Takes sealed captures: stores first, judges afterwards. Problems: device-unknown, signature-invalid, too-many-requests.',
  })
  pushCaptures(@Ctx() ctx: Context, @Arg('input', () => PushCapturesInput) input: PushCaptures): Promise<PushAnswer> {
    return pushCaptures(ctx, input);
  }

  @Query(() => ReceiptStatus, { description: "Where the capture behind a receipt stands. NOT_RECEIVED: the worker's tablet has it still, ask the worker." })
  async receipt(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<ReceiptStatus> {
    ctx.services.limit(`receipt:${ctx.address}`, 60, 60_000);
    const receipt = parse(Receipt, code);
    const [row] = await sql<{ state: rules.InboxState; at: Date }>(
      ctx.em,
      'select state, received_at as at from inbox_item where receipt = $1 order by revision desc limit 1',
      [receipt],
    );
    if (!row) return { code: receipt, state: 'NOT_RECEIVED' };
    const state = row.state === 'HELD' ? 'NEEDS_PERSON' : row.state === 'ERASED' ? 'ERASED' : 'RECEIVED';
    return { code: receipt, state, receivedAt: new Date(row.at) };
  }

  @Query(() => [Completeness], { description: 'For each tablet of an event: made, received, held and missing, by number. For staff.' })
  async completeness(@Ctx() ctx: Context, @Arg('eventId', () => ID) eventId: string): Promise<Completeness[]> {
    assertMay(ctx.actor, 'inbox.completeness');
    return completenessOf(ctx.em, eventId);
  }

  @Query(() => InboxItemConnection, {
    description: 'Captures by what became of them, the oldest first: those held wait for a person. For administrators and officers.',
  })
  inboxItems(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('state', () => rules.InboxState, { defaultValue: 'HELD' }) state: rules.InboxState,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'inbox.read');
    return read(ctx, info, InboxItem, { where: { state }, orderBy: { receivedAt: 'asc' }, first, after });
  }

  @Mutation(() => String, { description: 'Opens a held item for mending: its operation, version and input, as JSON. For administrators.' })
  openHeld(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return commands.openHeld(ctx, { id });
  }

  @Mutation(() => InboxItem, { nullable: true, description: 'Runs a held item again, mended or as it came. For administrators.' })
  async retryHeld(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RetryHeldInput) input: rules.RetryHeld,
  ): Promise<InboxItem | null> {
    return read(ctx, info, InboxItem, { where: { id: await commands.retryHeld(ctx, input) } });
  }

  @Mutation(() => InboxItem, { nullable: true, description: 'Sets a held item aside with a reason. For administrators.' })
  async dismissHeld(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DismissHeldInput) input: rules.DismissHeld,
  ): Promise<InboxItem | null> {
    return read(ctx, info, InboxItem, { where: { id: await commands.dismissHeld(ctx, input) } });
  }
}
