import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/access/access';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import type { Context } from '../../../kernel/context.ts';
import { inputOf } from '../../../kernel/input.ts';
import { read } from '../../../kernel/read/index.ts';
import { Json } from '../../../kernel/scalars.ts';
import { StaffMember } from '../../staff/staff.entity.ts';
import { asOneself } from '../oneself.ts';
import { Passkey } from './passkey.entity.ts';
import * as commands from './passkeys.commands.ts';

const AddPasskeyInput = inputOf('AddPasskeyInput', 'A passkey that the browser has just made.', rules.AddPasskey);
const RenamePasskeyInput = inputOf('RenamePasskeyInput', 'Another name for a passkey.', rules.RenamePasskey);
const SignInWithPasskeyInput = inputOf('SignInWithPasskeyInput', 'What a passkey has signed.', rules.SignInWithPasskey);

@Resolver()
export class PasskeysResolver {
  @Query(() => [Passkey], { description: "One's own passkeys, the newest first. Empty for whoever has none." })
  passkeys(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Passkey[]> {
    return read(ctx, info, Passkey, { orderBy: { createdAt: 'desc' }, first: MAX_PAGE });
  }

  @Mutation(() => Json, { description: 'What `navigator.credentials.create` needs to make a passkey for whoever is signed in; good for five minutes, once.' })
  offerPasskey(@Ctx() ctx: Context): Promise<unknown> {
    return commands.offerPasskey(ctx, null);
  }

  @Mutation(() => Passkey, { nullable: true, description: 'Keeps a passkey that the browser has made. Problems: passkey-refused, already-exists.' })
  async addPasskey(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AddPasskeyInput) input: rules.AddPasskey,
  ): Promise<Passkey | null> {
    return read(ctx, info, Passkey, { where: { id: await commands.addPasskey(ctx, input) } });
  }

  @Mutation(() => Passkey, { nullable: true, description: "Gives one of one's own passkeys another name. Problem: not-found." })
  async renamePasskey(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RenamePasskeyInput) input: rules.RenamePasskey,
  ): Promise<Passkey | null> {
    return read(ctx, info, Passkey, { where: { id: await commands.renamePasskey(ctx, input) } });
  }

  @Mutation(() => ID, { description: "Removes one of one's own passkeys. Problem: not-found." })
  removePasskey(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return commands.removePasskey(ctx, { id });
  }

  @Mutation(() => Json, { description: 'What `navigator.credentials.get` needs to ask for a passkey of whoever it is; good for five minutes, once.' })
  beginPasskeySignIn(@Ctx() ctx: Context): Promise<unknown> {
    return commands.beginPasskeySignIn(ctx, null);
  }

  @Mutation(() => StaffMember, { description: 'Signs a member of staff in with what their passkey has signed. Problem: passkey-refused.' })
  async signInWithPasskey(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SignInWithPasskeyInput) input: rules.SignInWithPasskey,
  ): Promise<StaffMember | null> {
    return asOneself(ctx, info, StaffMember, await commands.signInWithPasskey(ctx, input));
  }
}
