import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalizedText } from '../../kernel/localized.ts';

/** A part of the city's organisation that answers for something. */
@ObjectType({ simpleResolvers: true, description: "A part of the city's organisation that answers for something." })
@Entity()
export class Unit {
  [PrimaryKeyProp]?: 'key';
  @Field(() => ID, { description: "The unit's stable name." }) @PrimaryKey({ type: 'text' }) key!: string;
  @Field(() => LocalizedText, { description: 'What the unit is called.' }) @Property({ type: 'json' }) name!: LocalizedText;
}
