import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/devices/devices';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { read } from '../../kernel/read/index.ts';
import { system } from '../../kernel/actor.ts';
import { DateTime } from '../../kernel/scalars.ts';
import * as commands from './devices.commands.ts';
import { Device, DeviceConnection } from './devices.entity.ts';

const OfferEnrolmentInput = inputOf('OfferEnrolmentInput', 'The name that the tablet gets, what it is for, and at which event.', rules.OfferEnrolment);
const EnrolTabletInput = inputOf('EnrolTabletInput', "The tablet's id and public key, and the code.", rules.EnrolTablet);
const EnrolPublicDeviceInput = inputOf('EnrolPublicDeviceInput', "The browser's id and public key.", rules.EnrolPublicDevice);
const RenameDeviceInput = inputOf('RenameDeviceInput', 'A tablet and its new name.', rules.RenameDevice);
const RetireDeviceInput = inputOf('RetireDeviceInput', 'A tablet that has done its work, and what is known to be lacking of it.', rules.RetireDevice);

@ObjectType({ description: 'A code with which one tablet is enrolled. Shown once.' })
class EnrolmentOffer {
  @Field(() => String, { description: 'Eight characters in two groups: 7K2M-X9QF.' }) code!: string;
  @Field(() => DateTime, { description: 'Until when it is good.' }) expiresAt!: Date;
}

@ObjectType({ description: "The city's public key, to which captures are sealed: P-256, as in a JSON Web Key." })
class CaptureKey {
  @Field(() => String, { description: "The key's id (JWK thumbprint)." }) kid!: string;
  @Field(() => String, { description: 'Base64url.' }) x!: string;
  @Field(() => String, { description: 'Base64url.' }) y!: string;
}

@Resolver()
export class DevicesResolver {
  @Query(() => CaptureKey, { description: 'The key to which captures are sealed now.' })
  captureKey(@Ctx() ctx: Context): CaptureKey {
    const { kid, jwk } = ctx.services.cityKeys.current;
    return { kid, x: jwk.x, y: jwk.y };
  }

  @Query(() => DeviceConnection, { description: "The city's tablets and, with public, residents' browsers; the newest first. For staff." })
  devices(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('kind', () => rules.DeviceKind, { defaultValue: 'TABLET' }) kind: rules.DeviceKind,
    @Arg('retired', () => Boolean, { nullable: true, description: 'Only those that have done their work, or only the others; null for both.' })
    retired: boolean | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'device.read');
    const where = { kind, ...(typeof retired === 'boolean' && { retiredAt: retired ? { $ne: null } : null }) };
    return read(ctx, info, Device, { where, orderBy: { enrolledAt: 'desc' }, first, after });
  }

  @Mutation(() => EnrolmentOffer, { description: 'Makes a one-use code for a tablet, good for fifteen minutes. For staff. Problems: unknown-event.' })
  offerEnrolment(@Ctx() ctx: Context, @Arg('input', () => OfferEnrolmentInput) input: rules.OfferEnrolment): Promise<EnrolmentOffer> {
    return commands.offerEnrolment(ctx, input);
  }

  @Mutation(() => Device, { nullable: true, description: 'Enrols a tablet with a code. Problems: enrolment-expired, already-exists.' })
  async enrolTablet(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => EnrolTabletInput) input: rules.EnrolTablet,
  ): Promise<Device | null> {
    return ownDevice(ctx, info, await commands.enrolTablet(ctx, input));
  }

  @Mutation(() => Device, { nullable: true, description: "Enrols a resident's own browser. Problems: too-many-requests, already-exists." })
  async enrolPublicDevice(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => EnrolPublicDeviceInput) input: rules.EnrolPublicDevice,
  ): Promise<Device | null> {
    return ownDevice(ctx, info, await commands.enrolPublicDevice(ctx, input));
  }

  @Mutation(() => Device, { nullable: true, description: 'Changes what staff call a tablet. For administrators.' })
  async renameDevice(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RenameDeviceInput) input: rules.RenameDevice,
  ): Promise<Device | null> {
    return read(ctx, info, Device, { where: { id: await commands.renameDevice(ctx, input) } });
  }

  @Mutation(() => Device, {
    nullable: true,
    description: 'Takes a tablet out of use that has done its work; what it still sends is held. For administrators. Problems: device-not-empty.',
  })
  async retireDevice(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RetireDeviceInput) input: rules.RetireDevice,
  ): Promise<Device | null> {
    return read(ctx, info, Device, { where: { id: await commands.retireDevice(ctx, input) } });
  }

  @Mutation(() => Device, { nullable: true, description: 'Whatever the device sends from now on is held for a person. For administrators.' })
  async revokeDevice(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<Device | null> {
    return read(ctx, info, Device, { where: { id: await commands.revokeDevice(ctx, { id }) } });
  }
}

// it has just proved who it is, and has no session to see itself by
const ownDevice = (ctx: Context, info: GraphQLResolveInfo, id: string): Promise<Device | null> =>
  read({ ...ctx, actor: system }, info, Device, { where: { id } });
