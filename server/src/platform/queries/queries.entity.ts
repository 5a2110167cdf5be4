import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../kernel/scalars.ts';
import { StaffMember } from '../staff/staff.entity.ts';

/** A question to the API that somebody keeps. It is words and nothing more: whoever runs it asks for themself. */
@ObjectType({ simpleResolvers: true, description: 'A question to the API that a member of staff keeps, for themself or for colleagues.' })
@Entity()
export class SavedQuery {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Int, { description: 'Rises with each change.' }) @Property({ type: 'integer' }) revision!: number;
  @Field(() => String, { description: 'By which it is found.' }) @Property({ type: 'text' }) name!: string;
  @Field(() => String, { description: 'What it answers; may be empty.' }) @Property({ type: 'text' }) description!: string;
  @Field(() => String, { description: 'The query, in the language of GraphQL.' }) @Property({ type: 'text' }) query!: string;
  @Field(() => String, { description: 'Its variables, as a JSON object.' }) @Property({ type: 'text' }) variables!: string;
  @Field(() => Boolean, { description: 'Whether colleagues see it too.' }) @Property({ type: 'boolean' }) shared!: boolean;
  @Field(() => DateTime, { description: 'When it was last changed.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) changedAt!: Date;
  @Field(() => StaffMember, { description: 'Whose it is.' }) @ManyToOne(() => StaffMember, { ref: true }) owner!: Ref<StaffMember>;
}
