import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LocalizedText } from '../../kernel/localized.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { StaffMember } from '../staff/staff.entity.ts';

/** A file that staff put up for everybody, a PDF. It is never changed: a wrong one is removed, with its bytes. */
@ObjectType({ simpleResolvers: true, description: 'A file that staff put up, a PDF. It is never changed: a wrong one is removed.' })
@Entity()
export class CityFile {
  @Field(() => ID, { description: 'Minted where it was chosen.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => LocalizedText, { description: 'What it is called.' }) @Property({ type: 'json' }) title!: LocalizedText;
  @Field(() => Int, { description: 'Its size in bytes.' }) @Property({ type: 'integer' }) bytes!: number;
  @Field(() => DateTime, { description: 'When it was put up.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) putAt!: Date;
  @ManyToOne(() => StaffMember, { ref: true, index: false }) putBy!: Ref<StaffMember>;
  /** Of its bytes, lower-case hexadecimal: what is sent twice is known by it. */
  @Property({ type: 'text' }) sha256!: string;
  @Property({ type: 'blob', columnType: 'bytea', lazy: true }) content!: Buffer;
}
