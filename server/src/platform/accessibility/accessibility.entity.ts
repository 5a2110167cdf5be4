import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Locale } from '@torilla/schema/kernel/localized';
import { LocalizedText } from '../../kernel/localized.ts';
import { connectionOf } from '../../kernel/read/index.ts';
import { DateTime, LocalDate } from '../../kernel/scalars.ts';
import { StaffMember } from '../staff/staff.entity.ts';

/** Something that kept somebody from using the service, and what the city answered. The law gives fourteen days. */
@ObjectType({ simpleResolvers: true, description: 'Something that kept somebody from using the service, and what the city answered. For administrators.' })
@Entity()
@Index({ name: 'barrier_by_due', properties: ['dueOn', 'id'] })
export class Barrier {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String, { description: 'What was told.' }) @Property({ type: 'text' }) words!: string;
  @Field(() => String, { nullable: true, description: 'Where the answer goes; null when none was wished for.' })
  @Property({ type: 'text', nullable: true })
  email?: string | null;
  @Field(() => Locale, { description: 'The language of the answer.' }) @Enum({ items: () => Locale, type: 'text' }) language!: Locale;
  @Field(() => DateTime, { description: 'When it came.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) receivedAt!: Date;
  @Field(() => LocalDate, { description: 'The last day on which the law has it answered.' }) @Property({ type: 'date', columnType: 'date' }) dueOn!: string;
  @Field(() => String, { nullable: true, description: 'What the city answers; it waits here while its mail has not left. Null until somebody has written it.' })
  @Property({ type: 'text', nullable: true })
  answer?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was answered: by mail, once that had left. Null until then.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  answeredAt?: Date | null;
  @Field(() => StaffMember, { nullable: true, description: 'Who answered.' })
  @ManyToOne(() => StaffMember, { ref: true, nullable: true })
  answeredBy?: Ref<StaffMember> | null;
}

export const BarrierConnection = connectionOf('Barrier', Barrier);

/** One row: who supervises that the city keeps the law on digital services. */
@ObjectType({ simpleResolvers: true, description: 'Who supervises that the city keeps the law on digital services.' })
@Entity()
export class Supervisor {
  @PrimaryKey({ type: 'integer', autoincrement: false }) one!: number;
  @Field(() => LocalizedText, { description: 'The authority and its unit.' }) @Property({ type: 'json' }) name!: LocalizedText;
  @Field(() => LocalizedText, { description: 'Its page, an https address.' }) @Property({ type: 'json' }) website!: LocalizedText;
  @Field(() => String, { description: 'Where to write.' }) @Property({ type: 'text' }) email!: string;
  @Field(() => String, { description: 'Where to call.' }) @Property({ type: 'text' }) phone!: string;
}
