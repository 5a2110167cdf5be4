import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LocalizedText } from '../../kernel/localized.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { StaffMember } from '../staff/staff.entity.ts';

/** A picture that staff put up for everybody. It is never changed: a wrong one is removed, with its bytes. */
@ObjectType({ simpleResolvers: true, description: 'A picture that staff put up. It is never changed: a wrong one is removed.' })
@Entity()
export class Picture {
  @Field(() => ID, { description: 'Minted where it was chosen.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => LocalizedText, { description: 'What is seen in it, for those who do not see it.' }) @Property({ type: 'json' }) alt!: LocalizedText;
  @Field(() => Int, { description: 'Its width in pixels.' }) @Property({ type: 'integer' }) width!: number;
  @Field(() => Int, { description: 'Its height in pixels.' }) @Property({ type: 'integer' }) height!: number;
  @Field(() => DateTime, { description: 'When it was put up.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) putAt!: Date;
  @ManyToOne(() => StaffMember, { ref: true, index: false }) putBy!: Ref<StaffMember>;
  /** Of its bytes, lower-case hexadecimal: what is sent twice is known by it. */
  @Property({ type: 'text' }) sha256!: string;
  /** JPEG, as the browser drew it. */
  @Property({ type: 'blob', columnType: 'bytea', lazy: true }) content!: Buffer;
}
