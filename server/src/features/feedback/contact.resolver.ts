import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import * as rules from '@torilla/schema/feedback/feedback';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { Needs, read } from '../../kernel/read/index.ts';
import { openContact } from './contact.commands.ts';
import { Feedback, FeedbackContact } from './feedback.entity.ts';

const OpenContactInput = inputOf('OpenContactInput', 'Whose contact details are opened, and why.', rules.OpenContact);

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
      'Opens how a resident wishes to be answered, and writes down who did and why. For administrators and officers of the unit. Problems: not-found, forbidden.',
  })
  async openContact(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => OpenContactInput) input: rules.OpenContact,
  ): Promise<FeedbackContact | null> {
    return read(ctx, info, FeedbackContact, { where: { id: await openContact(ctx, input) } });
  }
}
