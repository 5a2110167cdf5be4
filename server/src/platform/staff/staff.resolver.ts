import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import { SetPin } from '@torilla/schema/staff/pin';
import * as rules from '@torilla/schema/staff/staff';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { read } from '../../kernel/read/index.ts';
import * as pins from './pin.commands.ts';
import * as commands from './staff.commands.ts';
import { StaffPin } from './pin.entity.ts';
import { StaffMember, StaffMemberConnection } from './staff.entity.ts';
import { staffWhere } from './staffWhere.ts';

const StaffFilterInput = inputOf('StaffFilterInput', 'Which of the staff; all conditions hold together.', rules.StaffFilter);
const GrantRoleInput = inputOf('GrantRoleInput', 'A role for a member of staff.', rules.GrantRole);
const RenameStaffInput = inputOf('RenameStaffInput', 'What a member of staff is called.', rules.RenameStaff);
const SetPinInput = inputOf('SetPinInput', "A worker's own PIN for shared tablets.", SetPin);

@Resolver()
export class StaffResolver {
  @Query(() => StaffMember, { nullable: true, description: 'The member of staff who is signed in; null when nobody is.' })
  me(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<StaffMember | null> | null {
    return ctx.actor.kind === 'staff' ? one(ctx, info, ctx.actor.id!) : null;
  }

  @Query(() => [StaffMember], { description: "The city's staff, by name. For staff." })
  staff(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<StaffMember[]> {
    assertMay(ctx.actor, 'staff.read');
    return read(ctx, info, StaffMember, { orderBy: { displayName: 'asc' }, first: MAX_PAGE });
  }

  @Query(() => StaffMemberConnection, { description: 'Who works for the city or did, by name. For administrators.' })
  staffPage(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => StaffFilterInput, { nullable: true }) filter: rules.StaffFilter | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'staff.administer');
    return read(ctx, info, StaffMember, { where: staffWhere(filter ?? {}, ctx.clock.now()), orderBy: { displayName: 'asc' }, first, after });
  }

  @Mutation(() => StaffMember, { nullable: true, description: 'Gives a member of staff a role. For administrators. Problems: already-exists, unknown-unit.' })
  async grantRole(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => GrantRoleInput) input: rules.GrantRole,
  ): Promise<StaffMember | null> {
    return one(ctx, info, await commands.grantRole(ctx, input));
  }

  @Mutation(() => StaffMember, { nullable: true, description: 'Ends a role now. For administrators. Problem: last-administrator.' })
  async endGrant(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<StaffMember | null> {
    return one(ctx, info, await commands.endGrant(ctx, { id }));
  }

  @Mutation(() => StaffMember, {
    nullable: true,
    description: 'Ends all that a member of staff may do, and their sessions. For administrators. Problem: last-administrator.',
  })
  async withdrawAccess(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('staffId', () => ID) staffId: string): Promise<StaffMember | null> {
    return one(ctx, info, await commands.withdrawAccess(ctx, { staffId }));
  }

  @Query(() => Boolean, { description: 'Whether one has a PIN for shared tablets. For staff.' })
  async hasPin(@Ctx() ctx: Context): Promise<boolean> {
    assertMay(ctx.actor, 'staff.pin.set');
    return (await ctx.em.count(StaffPin, { staff: ctx.actor.id })) > 0;
  }

  @Mutation(() => Boolean, {
    description: "Sets one's own PIN for shared tablets, or takes it away; true. Tablets learn of it with the next pack that they fetch. For staff.",
  })
  async setPin(@Ctx() ctx: Context, @Arg('input', () => SetPinInput) input: SetPin): Promise<boolean> {
    return Boolean(await pins.setPin(ctx, input));
  }

  @Mutation(() => StaffMember, { nullable: true, description: 'Takes a forgotten PIN away. For administrators.' })
  async clearPin(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('staffId', () => ID) staffId: string): Promise<StaffMember | null> {
    return one(ctx, info, await pins.clearPin(ctx, { staffId }));
  }

  @Mutation(() => StaffMember, { nullable: true, description: 'Changes what a member of staff is called. For administrators.' })
  async renameStaff(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RenameStaffInput) input: rules.RenameStaff,
  ): Promise<StaffMember | null> {
    return one(ctx, info, await commands.renameStaff(ctx, input));
  }
}

const one = (ctx: Context, info: GraphQLResolveInfo, id: string): Promise<StaffMember | null> => read(ctx, info, StaffMember, { where: { id } });
