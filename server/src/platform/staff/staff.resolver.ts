import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import * as rules from '@torilla/schema/staff/staff';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { read } from '../../kernel/read/index.ts';
import * as commands from './staff.commands.ts';
import { StaffMember } from './staff.entity.ts';

const RequestSignInCodeInput = inputOf('RequestSignInCodeInput', 'Whom to mail a sign-in code.', rules.RequestSignInCode);
const SignInWithCodeInput = inputOf('SignInWithCodeInput', 'The address and the code that came by mail.', rules.SignInWithCode);

@Resolver()
export class StaffResolver {
  @Query(() => StaffMember, { nullable: true, description: 'The member of staff who is signed in; null when nobody is.' })
  me(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<StaffMember | null> | null {
    return ctx.actor.kind === 'staff' ? read(ctx, info, StaffMember, { where: { id: ctx.actor.id } }) : null;
  }

  @Query(() => [StaffMember], { description: "The city's staff, by name. For staff." })
  staff(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<StaffMember[]> {
    assertMay(ctx.actor, 'staff.read');
    return read(ctx, info, StaffMember, { orderBy: { displayName: 'asc' }, first: MAX_PAGE });
  }

  @Mutation(() => Boolean, { description: 'Mails a sign-in code: six digits, ten minutes, five tries. Always true, whether the address is known or not.' })
  requestSignInCode(@Ctx() ctx: Context, @Arg('input', () => RequestSignInCodeInput) input: rules.RequestSignInCode): Promise<boolean> {
    return commands.requestSignInCode(ctx, input);
  }

  @Mutation(() => StaffMember, { description: 'Signs in with a mailed code. Problems: code-wrong, code-expired.' })
  async signInWithCode(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SignInWithCodeInput) input: rules.SignInWithCode,
  ): Promise<StaffMember | null> {
    return read(ctx, info, StaffMember, { where: { id: await commands.signInWithCode(ctx, input) } });
  }

  @Mutation(() => Boolean, { description: "Ends this browser's session." })
  signOut(@Ctx() ctx: Context): Promise<boolean> {
    return commands.signOut(ctx, null);
  }
}
