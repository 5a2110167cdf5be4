import { Entity, Enum, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Locale } from '@torilla/schema/kernel/localized';
import { enumOf } from '../../kernel/input.ts';
import { DateTime } from '../../kernel/scalars.ts';

enumOf('Locale', 'A language of the city: Finnish, Swedish or English.', Locale);

/** Somebody who lives or is in the city and has made an account. Nobody needs one to speak. */
@ObjectType({ simpleResolvers: true, description: 'Somebody who has made an account. Seen by themself alone.' })
@Entity()
@Unique({ name: 'resident_email_once', properties: ['email'] })
export class Resident {
  @Field(() => ID, { description: "The account's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String, { nullable: true, description: 'Where the city writes to them.' }) @Property({ type: 'text', nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true, description: 'As they want to be called.' }) @Property({ type: 'text', nullable: true }) displayName?: string | null;
  @Field(() => Locale, { description: 'The language in which the city writes to them.' }) @Enum({ items: () => Locale, type: 'text' }) locale!: Locale;
  @Field(() => DateTime, { description: 'When the account was made.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
  @Field(() => DateTime, { description: 'When they last signed in; an account that is left alone for long goes.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)' })
  lastSignInAt!: Date;
}
