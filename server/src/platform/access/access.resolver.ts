import { isIP } from 'node:net';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import * as rules from '@torilla/schema/access/access';
import { Audience, SignInMethod } from '@torilla/schema/access/access';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { Needs, read } from '../../kernel/read/index.ts';
import { Resident } from '../residents/residents.entity.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import * as commands from './access.commands.ts';
import { Session } from './access.entity.ts';
import * as codes from './codes.commands.ts';
import { changeEmail } from './email.commands.ts';
import * as links from './links.commands.ts';
import { policyMatrix, PolicyVerb } from './matrix.ts';
import { asOneself } from './oneself.ts';

const RequestSignInCodeInput = inputOf('RequestSignInCodeInput', 'Whom to mail a sign-in code.', rules.RequestSignInCode);
const SignInWithCodeInput = inputOf('SignInWithCodeInput', 'The address and the code that came by mail.', rules.SignInWithCode);
const SignInAsResidentInput = inputOf('SignInAsResidentInput', 'The address and the code that came by mail, and a language.', rules.SignInAsResident);
const FollowSignInLinkInput = inputOf('FollowSignInLinkInput', 'A link that signs in once.', rules.FollowSignInLink);
const InviteStaffInput = inputOf('InviteStaffInput', "Somebody who comes into the city's staff.", rules.InviteStaff);

@Resolver(() => Session)
export class AccessResolver {
  @Query(() => [SignInMethod], { description: 'How one may sign in here.' })
  signInWays(@Ctx() { services }: Context, @Arg('audience', () => Audience) audience: rules.Audience): rules.SignInMethod[] {
    const passkeys = audience === 'STAFF' && hasPasskeys(services.publicUrl);
    return [...(services.doorOf(audience) ? (['PROVIDER'] as const) : []), ...(passkeys ? (['PASSKEY'] as const) : []), 'CODE'];
  }

  @Query(() => [PolicyVerb], { description: 'The policy in force, as the server asks it: every verb and who may do it. For staff.' })
  policyMatrix(@Ctx() { actor }: Context): PolicyVerb[] {
    assertMay(actor, 'access.policy.read');
    return policyMatrix();
  }

  @Mutation(() => Boolean, { description: 'Mails a sign-in code: six digits, ten minutes, five tries. Always true, whether the address is known or not.' })
  requestSignInCode(@Ctx() ctx: Context, @Arg('input', () => RequestSignInCodeInput) input: rules.RequestSignInCode): Promise<boolean> {
    return codes.requestSignInCode(ctx, input);
  }

  @Mutation(() => StaffMember, { description: 'Signs a member of staff in with a mailed code. Problems: code-wrong, code-expired.' })
  async signInWithCode(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SignInWithCodeInput) input: rules.SignInWithCode,
  ): Promise<StaffMember | null> {
    return asOneself(ctx, info, StaffMember, await codes.signInWithCode(ctx, input));
  }

  @Mutation(() => StaffMember, { description: 'Signs a member of staff in with a link that the city gave them, once. Problem: link-used.' })
  async followSignInLink(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => FollowSignInLinkInput) input: rules.FollowSignInLink,
  ): Promise<StaffMember | null> {
    return asOneself(ctx, info, StaffMember, await links.followSignInLink(ctx, input));
  }

  @Mutation(() => Resident, { description: 'Signs a resident in with a mailed code; the first makes their account. Problems: code-wrong, code-expired.' })
  async signInAsResident(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SignInAsResidentInput) input: rules.SignInAsResident,
  ): Promise<Resident | null> {
    return asOneself(ctx, info, Resident, await codes.signInAsResident(ctx, input));
  }

  @Mutation(() => Resident, {
    nullable: true,
    description:
      "Moves a resident's account to the address to which the code was mailed, as a resident's sign-in code. Problems: code-wrong, code-expired, already-exists.",
  })
  async changeEmail(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SignInWithCodeInput) input: rules.SignInWithCode,
  ): Promise<Resident | null> {
    return read(ctx, info, Resident, { where: { id: await changeEmail(ctx, input) } });
  }

  @Mutation(() => Boolean, { description: "Ends this browser's session." })
  signOut(@Ctx() ctx: Context): Promise<boolean> {
    return commands.signOut(ctx, null);
  }

  @Query(() => [Session], { description: 'The browsers in which one is signed in, the last used first. Empty for whoever is not.' })
  sessions(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Session[]> {
    return read(ctx, info, Session, { orderBy: { lastSeenAt: 'desc' }, first: MAX_PAGE });
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the one that asks.' })
  @Needs('id')
  current(@Root() { id }: Session, @Ctx() ctx: Context): boolean {
    return id === ctx.session?.id;
  }

  @Mutation(() => ID, { description: "Ends one of one's own sessions. Problem: not-found." })
  endSession(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return commands.endSession(ctx, { id });
  }

  @Mutation(() => Int, { description: "Ends all of one's own sessions but the one that asks; how many those were." })
  endOtherSessions(@Ctx() ctx: Context): Promise<number> {
    return commands.endOtherSessions(ctx, null);
  }

  @Mutation(() => StaffMember, {
    nullable: true,
    description:
      'Brings somebody into the staff and mails them a link; sent again, a new link. For administrators. Problems: already-exists, unknown-unit, mail-not-sent.',
  })
  async inviteStaff(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => InviteStaffInput) input: rules.InviteStaff,
  ): Promise<StaffMember | null> {
    return read(ctx, info, StaffMember, { where: { id: await links.inviteStaff(ctx, input) } });
  }
}

// browsers keep passkeys for a name and not for a number, and not where others could listen
const hasPasskeys = (publicUrl: string): boolean => {
  const { protocol, hostname } = new URL(publicUrl);
  return hostname === 'localhost' || (protocol === 'https:' && !isIP(hostname.replace(/^\[|\]$/g, '')));
};
