import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import * as rules from '@torilla/schema/residents/data';
import { RetentionGround } from '@torilla/schema/retention/retention';
import type { Context } from '../../kernel/context.ts';
import { enumOf, inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { read } from '../../kernel/read/index.ts';
import { Json } from '../../kernel/scalars.ts';
import { withdrawConsent } from './consents.ts';
import { eraseAccount, exportMine } from './data.commands.ts';
import { Consent } from './residents.entity.ts';

enumOf('WordsFate', 'What becomes of what somebody said when their account goes: it stays without a person, or goes as well.', rules.WordsFate);
const EraseAccountInput = inputOf('EraseAccountInput', 'How an account is erased.', rules.EraseAccount);

@ObjectType({ description: 'What is held of a resident, of one retention class.' })
class HeldData {
  @Field(() => ID, { description: 'The key of the class: feedback, feedback-contact.' }) class!: string;
  @Field(() => RetentionGround, { description: 'On which ground it is held.' }) ground!: RetentionGround;
  @Field(() => Int, { nullable: true, description: 'Days that a record is kept; null where each says itself, or a person decides.' }) days!: number | null;
  @Field(() => [Json], { description: 'The records, each as an object of facts.' }) records!: object[];
}

@ObjectType({ description: 'What becomes of a class when somebody has their data erased.' })
class DataFate {
  @Field(() => ID, { description: 'The class.' }) class!: string;
  @Field(() => Int, { description: 'Records that go.' }) goes!: number;
  @Field(() => Int, { description: 'Records that stay, without the person.' }) stays!: number;
  @Field(() => RetentionGround, { nullable: true, description: 'On which ground they stay.' }) ground!: RetentionGround | null;
}

@Resolver()
export class DataResolver {
  @Query(() => [HeldData], { description: 'Everything that is held of the resident who is signed in, by class.' })
  myData(@Ctx() ctx: Context): Promise<object[]> {
    return exportMine(ctx);
  }

  @Mutation(() => [DataFate], {
    description:
      'Erases the account of the resident who is signed in and what is held of them, and signs them out everywhere; with dryRun it shows what that would come to and changes nothing.',
  })
  eraseAccount(@Ctx() ctx: Context, @Arg('input', () => EraseAccountInput) input: rules.EraseAccount): Promise<DataFate[]> {
    return eraseAccount(ctx, input);
  }

  @Query(() => [Consent], { description: 'What the resident who is signed in consented to, the newest first.' })
  consents(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Consent[]> {
    assertMay(ctx.actor, 'residents.data.read');
    return read(ctx, info, Consent, { orderBy: { givenAt: 'desc' }, first: MAX_PAGE });
  }

  @Mutation(() => Consent, { nullable: true, description: 'Takes a consent back, and with it what lived by it: an address is deleted. Problem: not-found.' })
  async withdrawConsent(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<Consent | null> {
    return read(ctx, info, Consent, { where: { id: await withdrawConsent(ctx, { id }) } });
  }
}
