import { Collection, type Opt, PrimaryKeyProp, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NoticePurpose } from '@torilla/schema/notices/notices';
import { enumOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { Rows } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { FoundBy } from '../../kernel/search/index.ts';
import { StaffMember } from '../staff/staff.entity.ts';

enumOf('NoticePurpose', 'What a notice is about: personal data in feedback, of devices, of staff, of accounts; or accessibility.', NoticePurpose);

/** What the city tells people of how it deals with them, as it stands now. */
@ObjectType({ simpleResolvers: true, description: 'What the city tells people of how it deals with them: a privacy notice, or what is not accessible.' })
@Entity()
export class Notice {
  [PrimaryKeyProp]?: 'purpose';
  @Field(() => NoticePurpose, { description: 'What it is about.' }) @Enum({ items: () => NoticePurpose, type: 'text', primary: true }) purpose!: NoticePurpose;
  @Property({ type: 'integer' }) position!: number;
  @Field(() => Int, { description: 'Rises with each publishing; the first is 1.' }) @Property({ type: 'integer' }) version!: number;
  @Field(() => LocalizedText, { description: 'What it is called.' }) @Property({ type: 'json' }) title!: LocalizedText;
  @Field(() => LocalizedText, { description: 'What it says, in a small part of Markdown: headings, paragraphs, lists, strong words and links.' })
  @Property({ type: 'json' })
  text!: LocalizedText;
  @Field(() => DateTime, { description: 'Since when it reads so.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) publishedAt!: Date;
  @Rows(() => NoticeVersion, { version: 'desc' }, { description: 'All that it ever said, the newest first. For administrators.' })
  @OneToMany(() => NoticeVersion, (version) => version.notice)
  versions = new Collection<NoticeVersion>(this);
  @FoundBy(`setweight(search_document(title), 'A') || setweight(search_document(text), 'D')`) foundBy?: string & Opt;
}

/** A notice as it was published once. */
@ObjectType({ simpleResolvers: true, description: 'A notice as it was published once.' })
@Entity()
@Unique({ name: 'notice_version_once', properties: ['notice', 'version'] })
export class NoticeVersion {
  @Field(() => ID, { description: "The version's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Notice, { ref: true, fieldName: 'purpose' }) notice!: Ref<Notice>;
  @Field(() => Int, { description: 'Which it was.' }) @Property({ type: 'integer' }) version!: number;
  @Field(() => LocalizedText, { description: 'What it was called.' }) @Property({ type: 'json' }) title!: LocalizedText;
  @Field(() => LocalizedText, { description: 'What it said.' }) @Property({ type: 'json' }) text!: LocalizedText;
  @Field(() => DateTime, { description: 'When it was published.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) publishedAt!: Date;
  @Field(() => StaffMember, { nullable: true, description: 'Who published it; null for what the city began with.' })
  @ManyToOne(() => StaffMember, { ref: true, nullable: true })
  publishedBy?: Ref<StaffMember> | null;
}
