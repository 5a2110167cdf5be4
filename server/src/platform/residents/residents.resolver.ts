import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, Info, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/residents/residents';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { read } from '../../kernel/read/index.ts';
import { Json } from '../../kernel/scalars.ts';
import * as data from './data.commands.ts';
import * as commands from './residents.commands.ts';
import { Resident } from './residents.entity.ts';

const UpdateAccountInput = inputOf('UpdateAccountInput', "What a resident's account says of them.", rules.UpdateAccount);

@ObjectType({ description: 'What the city holds of a resident, of one class.' })
class HeldClass {
  @Field(() => String, { description: 'The name of the class: Feedback.' }) name!: string;
  @Field(() => Json, { description: 'Its rows, each an object of what is held.' }) rows!: readonly object[];
}

@ObjectType({ description: 'What of a resident was erased, or would be.' })
class ErasedClass {
  @Field(() => String, { description: 'The name of the class: Feedback.' }) name!: string;
  @Field(() => Int, { description: 'How many.' }) count!: number;
}

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

  @Query(() => [HeldClass], { description: 'Everything that the city holds of the resident who is signed in, by class. For residents.' })
  myData(@Ctx() ctx: Context): Promise<HeldClass[]> {
    return data.heldOf(ctx);
  }

  @Mutation(() => [ErasedClass], {
    description: 'Erases the account of the resident who is signed in and all that is in it, and ends every session. For residents.',
  })
  eraseMyAccount(
    @Ctx() ctx: Context,
    @Arg('dryRun', () => Boolean, { description: 'True does it all, says what went, and takes it back.' }) dryRun: boolean,
  ): Promise<ErasedClass[]> {
    return dryRun ? data.tryErasing(ctx, {}) : data.eraseAccount(ctx, {});
  }
}
