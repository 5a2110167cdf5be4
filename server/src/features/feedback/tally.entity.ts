import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalizedText } from '../../kernel/localized.ts';
import { Event } from '../../platform/events/events.entity.ts';

/** An answer of a tally. */
@ObjectType({ simpleResolvers: true, description: 'An answer of a tally.' })
export class TallyOption {
  @Field(() => ID, { description: "The answer's stable name within its question." }) key!: string;
  @Field(() => LocalizedText, { description: 'What stands on the button.' }) label!: LocalizedText;
}

/** A question that workers tally at an event: one tap per passer-by. */
@ObjectType({ simpleResolvers: true, description: 'A question that workers tally at an event: one tap per passer-by.' })
@Entity()
export class TallyQuestion {
  @Field(() => ID, { description: "The question's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Event, { ref: true }) event!: Ref<Event>;
  @Field(() => LocalizedText, { description: 'What passers-by are asked.' }) @Property({ type: 'json' }) text!: LocalizedText;
  @Field(() => [TallyOption], { description: 'What they may answer.' }) @Property({ type: 'json' }) options!: TallyOption[];
  @Property({ type: 'integer', default: 0 }) position!: number & Opt;
}

/** One tap. Taking it back may arrive before the tap itself: then the row is there, undone. */
@Entity()
@Index({ properties: ['question', 'option'] })
export class TallyTap {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => TallyQuestion, { ref: true }) question!: Ref<TallyQuestion>;
  @Property({ type: 'text' }) option!: string;
  @Property({ type: 'boolean', default: false }) undone!: boolean & Opt;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) capturedAt!: Date;
}
