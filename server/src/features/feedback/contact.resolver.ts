import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, Info, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import * as rules from '@torilla/schema/feedback/feedback';
import { Receipt } from '@torilla/schema/kernel/receipt';
import { ViewReason } from '@torilla/schema/views/views';
import type { Context } from '../../kernel/context.ts';
import { inputOf, parse } from '../../kernel/input.ts';
import { Needs, read } from '../../kernel/read/index.ts';
import { DateTime, LocalDate } from '../../kernel/scalars.ts';
import * as contacts from './contact.commands.ts';
import { Feedback, FeedbackContact } from './feedback.entity.ts';

const OpenContactInput = inputOf('OpenContactInput', 'Whose contact details are opened, and why.', rules.OpenContact);
const WithdrawContactInput = inputOf('WithdrawContactInput', 'Of which message the contact details are taken back.', rules.WithdrawContact);

@ObjectType({ description: 'That the contact details of a message were opened.' })
class ContactView {
  @Field(() => DateTime, { description: 'When.' }) at!: Date;
  @Field(() => String, { description: 'The member of staff who did, as they were called then.' }) by!: string;
  @Field(() => ViewReason, { description: 'Why.' }) reason!: ViewReason;
}

@ObjectType({ description: 'What the holder of a receipt is told of the contact details that came with it.' })
class HeldContact {
  @Field(() => LocalDate, { nullable: true, description: 'The day on which they are deleted at the latest; null when none are held.' }) deleteOn!:
    | string
    | null;
  @Field(() => [ContactView], { description: 'Who opened them, the newest first; at most 100.' }) views!: ContactView[];
}

@Resolver(() => Feedback)
export class ContactResolver {
  @FieldResolver(() => Boolean, { description: 'Whether an answer is wished for. How to answer is opened by `openContact`.' })
  @Needs('contact')
  wantsAnswer(@Root() { contact }: Feedback): boolean {
    return contact != null;
  }

  @Mutation(() => FeedbackContact, {
    nullable: true,
    description:
      'Opens how a resident wishes to be answered, and writes down who did and why. For administrators and officers of the unit. Problem: not-found.',
  })
  async openContact(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => OpenContactInput) input: rules.OpenContact,
  ): Promise<FeedbackContact | null> {
    return read(ctx, info, FeedbackContact, { where: { id: await contacts.openContact(ctx, input) } });
  }

  @Query(() => HeldContact, { nullable: true, description: 'For the holder of a receipt; null for one of which the city has nothing in effect.' })
  heldContact(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<object | null> {
    return contacts.heldContact(ctx, parse(Receipt, code));
  }

  @Mutation(() => Boolean, { description: 'Takes the contact details of a message back, by its receipt; the words stay. Problem: not-found.' })
  async withdrawContact(@Ctx() ctx: Context, @Arg('input', () => WithdrawContactInput) input: rules.WithdrawContact): Promise<boolean> {
    await contacts.withdrawContact(ctx, input);
    return true;
  }
}
