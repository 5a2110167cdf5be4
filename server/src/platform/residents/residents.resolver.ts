import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/residents/residents';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { read } from '../../kernel/read/index.ts';
import { addChild, removeChild } from './children.commands.ts';
import * as commands from './residents.commands.ts';
import { Child, Resident } from './residents.entity.ts';

const UpdateAccountInput = inputOf('UpdateAccountInput', "What a resident's account says of them.", rules.UpdateAccount);
const AddChildInput = inputOf('AddChildInput', "A child for a guardian's account.", rules.AddChild);

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
  @Mutation(() => Child, {
    nullable: true,
    description:
      'Adds a child who is too young for an account to the account of the resident who is signed in. Problems: child-of-age, too-many-children, already-exists.',
  })
  async addChild(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AddChildInput) input: rules.AddChild): Promise<Child | null> {
    return read(ctx, info, Child, { where: { id: await addChild(ctx, input) } });
  }

  @Mutation(() => ID, { description: 'Takes a child out of the account; what the child said stays in it. Problem: not-found.' })
  removeChild(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return removeChild(ctx, { id });
  }
}
