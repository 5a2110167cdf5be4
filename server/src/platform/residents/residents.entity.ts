import { Collection, type Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Locale } from '@torilla/schema/kernel/localized';
import { ConsentPurpose } from '@torilla/schema/residents/data';
import { MAX_CHILDREN, Residence } from '@torilla/schema/residents/residents';
import { enumOf } from '../../kernel/input.ts';
import { Rows } from '../../kernel/read/index.ts';
import { DateTime, LocalDate } from '../../kernel/scalars.ts';

enumOf('Residence', 'Whether somebody lives in the city by the population register; UNVERIFIED where it tells nothing.', Residence);
enumOf('Locale', 'A language of the city: Finnish, Swedish or English.', Locale);
enumOf('ConsentPurpose', 'What a resident consents to beyond what the city does by law.', ConsentPurpose);

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
  @Rows(() => Child, { place: 'asc' }, { description: 'Their children who act through this account.' })
  @OneToMany(() => Child, (child) => child.guardian)
  children = new Collection<Child>(this);
}

/** A child too young for an account, who acts through a guardian's. Of the child the account knows no more than it takes to tell siblings apart. */
@ObjectType({ simpleResolvers: true, description: "A child who acts through a guardian's account. Seen by the guardian alone." })
@Entity()
@Unique({ name: 'child_place_once', properties: ['guardian', 'place'] })
@Unique({ name: 'child_once', properties: ['guardian', 'firstName', 'birthYear'] })
@Check({ name: 'child_at_most', expression: `place between 1 and ${MAX_CHILDREN}` })
export class Child {
  @Field(() => ID, { description: "The child's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Resident, { ref: true, deleteRule: 'cascade', index: false }) guardian!: Ref<Resident>;
  @Property({ type: 'smallint' }) place!: number;
  @Field(() => String, { description: 'The first name alone.' }) @Property({ type: 'text' }) firstName!: string;
  @Field(() => Int, { description: 'The year of birth.' }) @Property({ type: 'smallint' }) birthYear!: number;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
}

/**
 * Who somebody is by strong identification. The national identity number is not kept: a keyed hash of it tells whether two accounts are one person's, and
 * nothing else.
 */
@ObjectType({ simpleResolvers: true, description: 'Who a resident is by strong identification, as they last showed it. Seen by themself alone.' })
@Entity()
@Unique({ name: 'identity_of_one', properties: ['resident'] })
@Unique({ name: 'identity_once', properties: ['personHash'] })
export class Identity {
  @Field(() => ID, { description: "The identity's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Resident, { ref: true, deleteRule: 'cascade', index: false }) resident!: Ref<Resident>;
  @Property({ type: 'text' }) personHash!: string;
  @Field(() => String, { description: 'Their whole name.' }) @Property({ type: 'text' }) name!: string;
  @Field(() => LocalDate, { description: 'Their day of birth.' }) @Property({ type: 'date', columnType: 'date' }) birthDate!: string;
  @Field(() => String, { nullable: true, description: 'The number of their home municipality, where the population register tells it: 075.' })
  @Property({ type: 'text', nullable: true })
  homeMunicipality?: string | null;
  @Field(() => DateTime, { description: 'When they last showed it.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) verifiedAt!: Date;
}

/** What a resident consented to: the text as they saw it, when they did, and when they took it back. */
@ObjectType({ simpleResolvers: true, description: 'What a resident consented to. Seen by themself alone.' })
@Entity()
@Index({ name: 'consent_of', properties: ['purpose', 'subjectId'] })
export class Consent {
  @Field(() => ID, { description: "The consent's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Index() @ManyToOne(() => Resident, { ref: true, deleteRule: 'cascade' }) resident!: Ref<Resident>;
  @Field(() => ConsentPurpose, { description: 'To what.' }) @Enum({ items: () => ConsentPurpose, type: 'text' }) purpose!: ConsentPurpose;
  @Field(() => ID, { description: 'What it is about: with ANSWER the feedback, with CHILD the child.' }) @Property({ type: 'uuid' }) subjectId!: string;
  @Field(() => String, { description: 'The text as it was shown, word for word.' }) @Property({ type: 'text' }) text!: string;
  @Field(() => DateTime, { description: 'When it was given.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) givenAt!: Date;
  @Field(() => LocalDate, { nullable: true, description: 'The day on which it ends by itself, if it does.' })
  @Property({ type: 'date', columnType: 'date', nullable: true })
  until?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was taken back.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  withdrawnAt?: Date | null;
}
