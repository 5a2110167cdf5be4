import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToMany, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { EventKind } from '@torilla/schema/events/events';
import { contains } from '@torilla/schema/kernel/window';
import { enumOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { Problem } from '../../kernel/problem.ts';
import { connectionOf, OnlyFor, Rows } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { FoundBy } from '../../kernel/search/index.ts';
import { CityFile } from '../files/file.entity.ts';
import { Place } from '../places/places.entity.ts';
import { Measure } from '../plan/plan.entity.ts';
import { StaffMember } from '../staff/staff.entity.ts';

enumOf('EventKind', 'How the city goes out to its residents.', EventKind);

/** Events that recur, as they were put into the calendar. Each is an event of its own from then on. */
@ObjectType({ simpleResolvers: true, description: 'Events that recur, as they were put into the calendar.' })
@Entity()
export class EventSeries {
  @Field(() => ID, { description: 'Minted where the first of them was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String, { description: 'How they recur, as RFC 5545 writes it.' }) @Property({ type: 'text' }) rule!: string;
  @Field(() => DateTime, { description: 'When they were put into the calendar.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
}

/** An occasion on which the city meets its residents. */
@ObjectType({ simpleResolvers: true, description: 'An occasion on which the city meets its residents.' })
@Entity()
@Index({ properties: ['startsAt', 'id'] })
@Index({ name: 'event_of_series', properties: ['series', 'startsAt', 'id'] })
@Index({ name: 'event_found_by', expression: 'create index event_found_by on event using gin (found_by)' })
@Check({
  name: 'event_registration_terms',
  expression: '(registration_opens_at is null) = (registration_closes_at is null) and registration_opens_at < registration_closes_at',
})
@Check({ name: 'event_within_capacity', expression: 'seats_taken <= capacity' })
export class Event {
  @Field(() => ID, { description: 'Minted where the event was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => EventKind, { description: 'What kind of occasion it is.' }) @Enum({ items: () => EventKind, type: 'text' }) kind!: EventKind;
  @Field(() => LocalizedText, { description: 'What it is called.' }) @Property({ type: 'json' }) title!: LocalizedText;
  @Field(() => LocalizedText, { nullable: true, description: 'What happens there, for residents.' })
  @Property({ type: 'json', nullable: true })
  description?: LocalizedText | null;
  @Field(() => LocalizedText, { nullable: true, description: 'How one gets in and takes part: without steps, an induction loop, an interpreter.' })
  @Property({ type: 'json', nullable: true })
  accessibility?: LocalizedText | null;
  @Field(() => Place, { description: 'Where it is.' }) @ManyToOne(() => Place, { ref: true }) place!: Ref<Place>;
  @Field(() => DateTime, { description: 'When it begins.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) startsAt!: Date;
  @Field(() => DateTime, { description: 'When it ends.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) endsAt!: Date;
  @Rows(() => Measure, { number: 'asc' }, { description: 'The measures of the plan that it serves.' }) @ManyToMany(() => Measure) measures =
    new Collection<Measure>(this);
  @Rows(() => StaffMember, { displayName: 'asc' }, { description: 'Who is there for the city. For staff; a tablet asks for its `roster`.' })
  @OnlyFor(({ kind }) => kind === 'staff' || kind === 'system')
  @ManyToMany(() => StaffMember)
  staffing = new Collection<StaffMember>(this);
  @Rows(() => CityFile, { putAt: 'asc' }, { description: 'The files to read with it: a programme, a map.' }) @ManyToMany(() => CityFile) files =
    new Collection<CityFile>(this);
  @Field(() => DateTime, { nullable: true, description: 'From when on one may register; null where nobody needs to.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  registrationOpensAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Until when one may register.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  registrationClosesAt?: Date | null;
  @Field(() => Int, { nullable: true, description: 'For how many people there is room; null for any number.' })
  @Property({ type: 'integer', nullable: true })
  capacity?: number | null;
  /** Counted along with each registration, so that anybody may know it, nobody's row is read for it, and the database can refuse one too many. */
  @Field(() => Int, { description: 'How many people have a place.' }) @Property({ type: 'integer', default: 0 }) seatsTaken: number & Opt = 0;
  @Field(() => Int, { description: 'How many people wait for one.' }) @Property({ type: 'integer', default: 0 }) seatsWaited: number & Opt = 0;
  @Field(() => Int, { description: 'How many of those who registered came.' }) @Property({ type: 'integer', default: 0 }) attended: number & Opt = 0;
  @Field(() => DateTime, { nullable: true, description: 'When it was cancelled; null while it is held.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  cancelledAt?: Date | null;
  @Field(() => LocalizedText, { nullable: true, description: 'Why it was cancelled, for residents.' })
  @Property({ type: 'json', nullable: true })
  cancelReason?: LocalizedText | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was last moved to another time or place; null when it never was.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  movedAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it would have begun before it was moved.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  movedFromStartsAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it would have ended before it was moved.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  movedFromEndsAt?: Date | null;
  @Field(() => Place, { nullable: true, description: 'Where it would have been before it was moved.' })
  @ManyToOne(() => Place, { ref: true, nullable: true, index: false })
  movedFromPlace?: Ref<Place> | null;
  /** Raised with each change of time, place or state, so that calendars know which of two is the newer. */
  @Property({ type: 'integer', default: 0 }) sequence: number & Opt = 0;
  @Field(() => EventSeries, { nullable: true, description: 'The series that it is one of; null where it stands alone.' })
  @ManyToOne(() => EventSeries, { ref: true, nullable: true })
  series?: Ref<EventSeries> | null;
  @FoundBy(`setweight(search_document(title), 'A') || setweight(search_document(description), 'C')`) foundBy?: string & Opt;

  /** How many people have told that they come, or would. */
  get guests(): number & Opt {
    return this.seatsTaken + this.seatsWaited;
  }

  /** Whether it will still be held, or is going on. */
  isAhead(at: Date): boolean {
    return !this.cancelledAt && this.endsAt > at;
  }

  /** @throws Problem `event-cancelled`, `event-over` */
  assertAhead(at: Date): void {
    if (this.cancelledAt) throw new Problem('event-cancelled');
    if (this.endsAt <= at) throw new Problem('event-over');
  }

  /** Whether so many more have room. */
  hasRoomFor(people: number): boolean {
    return this.capacity == null || this.seatsTaken + people <= this.capacity;
  }

  /** @throws Problem `event-cancelled`; `registration-closed` unless one may register at that moment */
  assertTakesRegistrations(at: Date): void {
    if (this.cancelledAt) throw new Problem('event-cancelled');
    const [opens, closes] = [this.registrationOpensAt, this.registrationClosesAt];
    if (!opens || !closes || !contains({ opens, closes }, at)) throw new Problem('registration-closed');
  }
}

export const EventConnection = connectionOf('Event', Event);
