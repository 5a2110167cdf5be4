import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/residents/residents';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { read } from '../../kernel/read/index.ts';
import * as commands from './residents.commands.ts';
import { Resident } from './residents.entity.ts';

const UpdateAccountInput = inputOf('UpdateAccountInput', "What a resident's account says of them.", rules.UpdateAccount);

@Resolver()
export class ResidentsResolver {
  @Query(() => Resident, { nullable: true, description: 'The account of the resident who is signed in; null when nobody is.' })
  myAccount(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Resident | null> | null {
    return ctx.actor.kind === 'resident' ? read(ctx, info, Resident, { where: { id: ctx.actor.id } }) : null;
  }

  @Mutation(() => Resident, { nullable: true, description: 'Changes the name and the language of the account of the resident who is signed in.' })
  async updateAccount(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => UpdateAccountInput) input: rules.UpdateAccount,
  ): Promise<Resident | null> {
    return read(ctx, info, Resident, { where: { id: await commands.updateAccount(ctx, input) } });
  }
}
