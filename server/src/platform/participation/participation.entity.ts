import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToMany, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ParticipationState } from '@torilla/schema/participation/participation';
import { enumOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { connectionOf, Rows } from '../../kernel/read/index.ts';
import { DateTime, LocalDate } from '../../kernel/scalars.ts';
import { Event } from '../events/events.entity.ts';
import { Measure } from '../plan/plan.entity.ts';
import { Unit } from '../plan/unit.entity.ts';

enumOf('ParticipationState', 'How far a participation plan is: being written, read by everybody, or over, with what came of it.', ParticipationState);

/** How people take part in something that a unit changes. */
@ObjectType({ simpleResolvers: true, description: "A unit's own plan of how people take part in something that changes." })
@Entity()
@Index({ name: 'participation_newest_first', properties: ['createdAt', 'id'] })
@Check({
  name: 'participation_whole',
  expression: "state = 'DRAFT' or changes is not null and affected is not null and answers is not null and (state = 'PUBLISHED' or outcome is not null)",
})
export class Participation {
  @Field(() => ID, { description: 'Minted where it was begun.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => ParticipationState, { description: 'How far it is.' })
  @Enum({ items: () => ParticipationState, type: 'text', default: 'DRAFT' })
  state!: ParticipationState & Opt;
  @Field(() => Int, { description: 'Raised with each change.' }) @Property({ type: 'integer', default: 1 }) revision!: number & Opt;
  @Field(() => Unit, { description: 'The unit whose project it is.' }) @ManyToOne(() => Unit, { ref: true }) unit!: Ref<Unit>;
  @Field(() => LocalizedText, { description: 'What the project is called.' }) @Property({ type: 'json' }) title!: LocalizedText;
  @Field(() => LocalizedText, { nullable: true, description: 'What changes; a draft may do without, as without the rest.' })
  @Property({ type: 'json', nullable: true })
  changes?: LocalizedText | null;
  @Field(() => LocalizedText, { nullable: true, description: 'Whom it concerns.' })
  @Property({ type: 'json', nullable: true })
  affected?: LocalizedText | null;
  @Field(() => LocalizedText, { nullable: true, description: 'Who answers questions, and how they are reached.' })
  @Property({ type: 'json', nullable: true })
  answers?: LocalizedText | null;
  @Field(() => LocalizedText, { nullable: true, description: 'How what was said was used; null until something was.' })
  @Property({ type: 'json', nullable: true })
  outcome?: LocalizedText | null;
  @Rows(() => Measure, { number: 'asc' }, { description: 'The measures of the plan that it puts into practice.' }) @ManyToMany(() => Measure) measures =
    new Collection<Measure>(this);
  @Rows(() => ParticipationStep, { position: 'asc' }, { description: 'How and when people take part, in order.' })
  @OneToMany(() => ParticipationStep, (s) => s.participation, { orphanRemoval: true })
  steps = new Collection<ParticipationStep>(this);
  @Field(() => DateTime, { description: 'When it was begun.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'Since when everybody may read it.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  publishedAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was over.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  endedAt?: Date | null;
}

/** One way and time of taking part. */
@ObjectType({ simpleResolvers: true, description: 'One way and time of taking part.' })
@Entity()
@Index({ name: 'participation_step_of', properties: ['participation', 'position'] })
@Check({ name: 'participation_step_days', expression: 'ends_on is null or starts_on <= ends_on' })
export class ParticipationStep {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Participation, { ref: true, deleteRule: 'cascade', index: false }) participation!: Ref<Participation>;
  @Property({ type: 'integer' }) position!: number;
  @Field(() => LocalDate, { nullable: true, description: 'The first day; a draft may do without.' })
  @Property({ type: 'date', columnType: 'date', nullable: true })
  startsOn?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'The last day, where it takes more than one.' })
  @Property({ type: 'date', columnType: 'date', nullable: true })
  endsOn?: string | null;
  @Field(() => LocalizedText, { description: 'What happens, and how one takes part.' }) @Property({ type: 'json' }) words!: LocalizedText;
  @Field(() => Event, { nullable: true, description: 'The event of the calendar at which it happens.' })
  @ManyToOne(() => Event, { ref: true, nullable: true })
  event?: Ref<Event> | null;
}

export const ParticipationConnection = connectionOf('Participation', Participation);
