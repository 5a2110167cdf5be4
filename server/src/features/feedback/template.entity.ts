import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalizedText } from '../../kernel/localized.ts';
import { Unit } from '../../platform/plan/unit.entity.ts';

/** Words from which an answer is begun; they are put in, never sent by themselves. */
@ObjectType({ simpleResolvers: true, description: 'Words from which an answer is begun. For staff.' })
@Entity()
export class AnswerTemplate {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Unit, { nullable: true, description: 'The unit whose it is; null for everybody who answers.' })
  @ManyToOne(() => Unit, { ref: true, nullable: true, deleteRule: 'cascade' })
  unit?: Ref<Unit> | null;
  @Field(() => String, { description: 'By which it is found.' }) @Property({ type: 'text' }) title!: string;
  @Field(() => LocalizedText, { description: 'The words, in the languages in which they are there.' }) @Property({ type: 'json' }) words!: LocalizedText;
}
