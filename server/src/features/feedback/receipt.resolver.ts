import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { AnswerKind } from '@torilla/schema/feedback/feedback';
import { AnswerRating, FeedbackState, RateAnswer, ReopenFeedback } from '@torilla/schema/feedback/handling';
import { Locale } from '@torilla/schema/kernel/localized';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { DateTime, LocalDate } from '../../kernel/scalars.ts';
import { ReceiptView } from '../../platform/views/seen.type.ts';
import { eraseByReceipt, heldByReceipt, rateAnswer, reopenFeedback, withdrawContactByReceipt } from './receipt.commands.ts';

const RateAnswerInput = inputOf('RateAnswerInput', 'Whether an answer helped.', RateAnswer);
const ReopenFeedbackInput = inputOf('ReopenFeedbackInput', 'What a resident misses in an answer.', ReopenFeedback);

@ObjectType({ description: 'What the city answered to what belongs to a receipt.' })
class ReceiptAnswer {
  @Field(() => String, { description: 'The answer.' }) words!: string;
  @Field(() => Locale, { description: 'The language in which it is written.' }) language!: string;
  @Field(() => DateTime, { description: 'When it was given.' }) answeredAt!: Date;
  @Field(() => LocalizedText, { nullable: true, description: 'The unit that answers; null for the city.' }) unit!: LocalizedText | null;
  @Field(() => AnswerKind, { description: 'An answer, or what changed because of what was said.' }) kind!: AnswerKind;
  @Field(() => Int, { nullable: true, description: 'The number of the measure of the plan where the change is seen.' }) measureNumber!: number | null;
  @Field(() => ID, { nullable: true, description: 'The event where the change is seen.' }) eventId!: string | null;
}

@ObjectType({ description: 'That what belongs to a receipt came to a state.' })
class ReceiptStep {
  @Field(() => FeedbackState, { description: 'To which.' }) state!: FeedbackState;
  @Field(() => DateTime, { description: 'When.' }) at!: Date;
  @Field(() => LocalizedText, { nullable: true, description: 'By which unit; null for the city, and for the resident.' }) unit!: LocalizedText | null;
  @Field(() => String, { nullable: true, description: 'What the resident said who took it up again.' }) words!: string | null;
}

@ObjectType({ description: 'What is held of whoever has a receipt.' })
class ReceiptHeld {
  @Field(() => LocalDate, { nullable: true, description: 'The day on which the address is deleted at the latest; null when none is held.' })
  contactUntil!: string | null;
  @Field(() => Boolean, { description: 'Whether it is in an account: then its resident alone erases it.' }) claimed!: boolean;
  @Field(() => FeedbackState, { description: 'How far the city is with it.' }) state!: FeedbackState;
  @Field(() => LocalDate, { nullable: true, description: 'The day by which the city promised to answer; null where nothing is promised.' })
  dueOn!: string | null;
  @Field(() => Int, { nullable: true, description: 'How many people said the same, as far as the city has joined it; null where it stands alone.' })
  saidBy!: number | null;
  @Field(() => AnswerRating, { nullable: true, description: 'Whether the answer helped; null until the resident tells.' }) rating!: AnswerRating | null;
  @Field(() => String, { nullable: true, description: 'Why the city covered parts of the words; null when it covered none.' }) maskedWhy!: string | null;
  @Field(() => String, { nullable: true, description: 'Why the city hid the words; null when it did not.' }) hiddenWhy!: string | null;
  @Field(() => [ReceiptStep], { description: 'How it came so far after it was received, the oldest first.' }) steps!: ReceiptStep[];
  @Field(() => [ReceiptAnswer], { description: 'What the city answered, the oldest first.' }) answers!: ReceiptAnswer[];
  @Field(() => [ReceiptView], { description: 'Who looked, the newest first.' }) views!: ReceiptView[];
}

@Resolver()
export class ReceiptResolver {
  @Query(() => ReceiptHeld, {
    nullable: true,
    description: 'What is held behind a receipt, for whoever has it; null while it is not in effect. Problem: too-many-requests.',
  })
  receiptHeld(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<ReceiptHeld | null> {
    return heldByReceipt(ctx, code);
  }

  @Mutation(() => Boolean, { description: 'Tells whether an answer helped, for whoever has the receipt; true. Problems: not-found, too-many-requests.' })
  async rateAnswer(@Ctx() ctx: Context, @Arg('input', () => RateAnswerInput) input: RateAnswer): Promise<boolean> {
    return Boolean(await rateAnswer(ctx, input));
  }

  @Mutation(() => Boolean, {
    description: 'Takes up again what was answered, for whoever has the receipt; true. Problems: not-found, not-answered, too-many-requests.',
  })
  async reopenFeedback(@Ctx() ctx: Context, @Arg('input', () => ReopenFeedbackInput) input: ReopenFeedback): Promise<boolean> {
    return Boolean(await reopenFeedback(ctx, input));
  }

  @Mutation(() => Boolean, {
    description: 'Deletes the address that was left with the words behind a receipt; the words stay. Problems: not-found, too-many-requests.',
  })
  async withdrawContact(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<boolean> {
    return Boolean(await withdrawContactByReceipt(ctx, { code }));
  }

  @Mutation(() => Boolean, {
    description:
      'Erases the words behind a receipt and what came with them. Problems: not-found, already-claimed for what is in an account, too-many-requests.',
  })
  async eraseByReceipt(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<boolean> {
    return Boolean(await eraseByReceipt(ctx, { code }));
  }
}
