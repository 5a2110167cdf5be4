import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToMany, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { EventKind } from '@torilla/schema/events/events';
import { enumOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { connectionOf, OnlyFor, Rows } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { Place } from '../places/places.entity.ts';
import { Measure } from '../plan/plan.entity.ts';
import { StaffMember } from '../staff/staff.entity.ts';

enumOf('EventKind', 'How the city goes out to its residents.', EventKind);

/** An occasion on which the city meets its residents. */
@ObjectType({ simpleResolvers: true, description: 'An occasion on which the city meets its residents.' })
@Entity()
@Index({ properties: ['startsAt', 'id'] })
export class Event {
  @Field(() => ID, { description: 'Minted where the event was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => EventKind, { description: 'What kind of occasion it is.' }) @Enum({ items: () => EventKind, type: 'text' }) kind!: EventKind;
  @Field(() => LocalizedText, { description: 'What it is called.' }) @Property({ type: 'json' }) title!: LocalizedText;
  @Field(() => LocalizedText, { nullable: true, description: 'What happens there, for residents.' })
  @Property({ type: 'json', nullable: true })
  description?: LocalizedText | null;
  @Field(() => Place, { description: 'Where it is.' }) @ManyToOne(() => Place, { ref: true }) place!: Ref<Place>;
  @Field(() => DateTime, { description: 'When it begins.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) startsAt!: Date;
  @Field(() => DateTime, { description: 'When it ends.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) endsAt!: Date;
  @Rows(() => Measure, { number: 'asc' }, { description: 'The measures of the plan that it serves.' }) @ManyToMany(() => Measure) measures =
    new Collection<Measure>(this);
  @Rows(() => StaffMember, { displayName: 'asc' }, { description: 'Who is there for the city. For staff; a tablet asks for its `roster`.' })
  @OnlyFor(({ kind }) => kind === 'staff' || kind === 'system')
  @ManyToMany(() => StaffMember)
  staffing = new Collection<StaffMember>(this);
}

export const EventConnection = connectionOf('Event', Event);
