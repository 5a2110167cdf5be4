import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Locale } from '@torilla/schema/kernel/localized';
import { HeldFor, TapState, TapWordsState } from '@torilla/schema/touchpoints/touchpoints';
import { enumOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { connectionOf } from '../../kernel/read/index.ts';
import { DateTime, LocalDate } from '../../kernel/scalars.ts';
import { Place } from '../../platform/places/places.entity.ts';
import { Unit } from '../../platform/plan/unit.entity.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';

enumOf('TapWordsState', 'What became of words after a tap: a person looks first, staff may read them, or they are hidden.', TapWordsState);
enumOf('HeldFor', 'Why a person looks at words first.', HeldFor);

/** Where somebody may tell with one tap how it went: a counter, a hall, a bench by the path. */
@ObjectType({ simpleResolvers: true, description: 'A service point where anybody tells with one tap how it went.' })
@Entity()
@Unique({ name: 'touchpoint_code', properties: ['code'] })
export class Touchpoint {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String, { description: 'Five letters and digits: the end of its address, `/mielipide/…`, as it is printed.' })
  @Property({ type: 'text' })
  code!: string;
  @Field(() => Unit, { description: 'The unit whose service it is.' }) @ManyToOne(() => Unit, { ref: true }) unit!: Ref<Unit>;
  @Field(() => Place, { nullable: true, description: 'Where it is; null where it is at none of the places of the city.' })
  @ManyToOne(() => Place, { ref: true, nullable: true })
  place?: Ref<Place> | null;
  @Field(() => LocalizedText, { description: 'What it is called.' }) @Property({ type: 'json' }) name!: LocalizedText;
  @Field(() => DateTime, { description: 'When it was opened first.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'Since when it takes no answers; null while it does.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  closedAt?: Date | null;
}

/** One tap of a face. The device is forgotten once it can no longer answer twice. */
@Entity()
@Check({ name: 'touchpoint_tap_score', expression: 'score between 1 and 5' })
@Index({ name: 'touchpoint_tap_turn', properties: ['touchpoint', 'device', 'capturedAt'] })
@Index({
  name: 'touchpoint_tap_counted',
  expression: "create index touchpoint_tap_counted on touchpoint_tap (touchpoint_id, received_at) where state = 'COUNTED'",
})
export class TouchpointTap {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Touchpoint, { ref: true, index: false }) touchpoint!: Ref<Touchpoint>;
  @Property({ type: 'integer' }) score!: number;
  @Enum({ items: () => TapState, type: 'text' }) state!: TapState;
  @Property({ type: 'uuid', nullable: true }) device?: string | null;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) capturedAt!: Date;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) receivedAt!: Date;
}

/** What somebody added to a tap. It shows neither the face nor the hour: whoever stood there last would be known by them. */
@ObjectType({
  simpleResolvers: true,
  description: 'What somebody added to a tap, without the face and the hour, by which they might be known. For staff of its unit.',
})
@Entity()
@Unique({ name: 'touchpoint_words_once', properties: ['tap'] })
@Index({ name: 'touchpoint_words_of', properties: ['touchpoint', 'day', 'id'] })
export class TouchpointWords {
  @Field(() => ID, { description: "The capture's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Property({ type: 'uuid' }) tap!: string;
  @Field(() => Touchpoint, { description: 'Where it was said.' }) @ManyToOne(() => Touchpoint, { ref: true, index: false }) touchpoint!: Ref<Touchpoint>;
  @Field(() => String, { description: 'The words.' }) @Property({ type: 'text' }) words!: string;
  @Field(() => Locale, { description: 'The language of the page on which they were written.' }) @Enum({ items: () => Locale, type: 'text' }) language!: Locale;
  @Field(() => LocalDate, { description: 'The day on which they were said.' }) @Property({ type: 'date', columnType: 'date' }) day!: string;
  @Field(() => TapWordsState, { description: 'What became of them.' }) @Enum({ items: () => TapWordsState, type: 'text' }) state!: TapWordsState;
  @Field(() => HeldFor, { nullable: true, description: 'Why a person looks, or looked, at them first; null where nothing was found.' })
  @Enum({ items: () => HeldFor, type: 'text', nullable: true })
  heldFor?: HeldFor | null;
  @Field(() => DateTime, { nullable: true, description: 'When parts of them were covered for good.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  coveredAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When a person judged them.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  judgedAt?: Date | null;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) receivedAt!: Date;
}

export const TouchpointWordsConnection = connectionOf('TouchpointWords', TouchpointWords);

/** What a unit did because of what it was told. */
@ObjectType({ simpleResolvers: true, description: 'What a unit did because of what it was told at its service points.' })
@Entity()
@Index({ name: 'service_deed_of', properties: ['unit', 'doneOn', 'id'] })
export class ServiceDeed {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Unit, { description: 'Which unit.' }) @ManyToOne(() => Unit, { ref: true, index: false }) unit!: Ref<Unit>;
  @Field(() => LocalDate, { description: 'The day on which it was done.' }) @Property({ type: 'date', columnType: 'date' }) doneOn!: string;
  @Field(() => LocalizedText, { description: 'What was done.' }) @Property({ type: 'json' }) words!: LocalizedText;
  @Field(() => Boolean, { description: 'Whether everybody may read it, or staff alone.' }) @Property({ type: 'boolean', default: true }) open!: boolean & Opt;
  @ManyToOne(() => StaffMember, { ref: true }) writtenBy!: Ref<StaffMember>;
}
