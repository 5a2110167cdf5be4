import { Field, ObjectType } from 'type-graphql';
import { ViewedData, ViewReason } from '@torilla/schema/views/views';
import { LocalizedText } from '../../kernel/localized.ts';
import { DateTime } from '../../kernel/scalars.ts';

/** Who looked, as whoever holds a code is told without an account. */
@ObjectType({ description: 'Somebody of the staff looked at what belongs to a receipt.' })
export class ReceiptView {
  @Field(() => DateTime, { description: 'When.' }) at!: string;
  @Field(() => String, { description: 'Who: Mirja K.' }) by!: string;
  @Field(() => LocalizedText, { nullable: true, description: 'The unit for which they work with it; null for the whole city.' }) unit!: LocalizedText | null;
  @Field(() => ViewedData, { description: 'At which data.' }) data!: ViewedData;
  @Field(() => ViewReason, { description: 'Why.' }) reason!: ViewReason;
  @Field(() => String, { nullable: true, description: 'The reason in words, where it is another.' }) words!: string | null;
}
