import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Locale } from '@torilla/schema/kernel/localized';
import type { Context } from '../../kernel/context.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { DateTime, LocalDate } from '../../kernel/scalars.ts';
import { ReceiptView } from '../../platform/views/seen.type.ts';
import { eraseByReceipt, heldByReceipt, withdrawContactByReceipt } from './receipt.commands.ts';

@ObjectType({ description: 'What the city answered to what belongs to a receipt.' })
class ReceiptAnswer {
  @Field(() => String, { description: 'The answer.' }) words!: string;
  @Field(() => Locale, { description: 'The language in which it is written.' }) language!: string;
  @Field(() => DateTime, { description: 'When it was given.' }) answeredAt!: Date;
  @Field(() => LocalizedText, { nullable: true, description: 'The unit that answers; null for the city.' }) unit!: LocalizedText | null;
}

@ObjectType({ description: 'What is held of whoever has a receipt.' })
class ReceiptHeld {
  @Field(() => LocalDate, { nullable: true, description: 'The day on which the address is deleted at the latest; null when none is held.' })
  contactUntil!: string | null;
  @Field(() => Boolean, { description: 'Whether it is in an account: then its resident alone erases it.' }) claimed!: boolean;
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
