import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MAX_PARTY } from '@torilla/schema/events/limits';
import { registrationLifecycle, RegistrationState } from '@torilla/schema/events/registration';
import { Locale } from '@torilla/schema/kernel/localized';
import { enumOf } from '../../kernel/input.ts';
import { Problem } from '../../kernel/problem.ts';
import { connectionOf } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { Resident } from '../residents/residents.entity.ts';
import { Event } from './events.entity.ts';

enumOf('RegistrationState', 'Where a registration is: they have a place, they wait for one, they came, or they will not.', RegistrationState);

/** Whoever has told that they come. The code is theirs, and so is the account if they have one; whoever cancels is forgotten but for the row. */
@ObjectType({ simpleResolvers: true, description: 'Somebody who registered for an event. For staff who receive them, after `openGuests`.' })
@Entity()
@Unique({ name: 'registration_code_once', properties: ['code'] })
@Index({ name: 'registration_of_event', properties: ['event', 'registeredAt', 'id'] })
@Index({
  name: 'registration_once',
  expression: `create unique index registration_once on registration (resident_id, event_id) where state <> 'CANCELLED'`,
})
@Check({ name: 'registration_party', expression: `party_size between 1 and ${MAX_PARTY}` })
export class Registration {
  @Field(() => ID, { description: 'Minted where somebody registered.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Property({ type: 'text' }) code!: string;
  @Field(() => Event, { description: 'For which event.' }) @ManyToOne(() => Event, { ref: true, index: false }) event!: Ref<Event>;
  @ManyToOne(() => Resident, { ref: true, nullable: true, deleteRule: 'set null', index: false }) resident?: Ref<Resident> | null;
  @Field(() => String, { description: 'As they want to be called; empty once they have cancelled.' }) @Property({ type: 'text' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Where they are written to.' }) @Property({ type: 'text', nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true, description: 'Where to call.' }) @Property({ type: 'text', nullable: true }) phone?: string | null;
  @Field(() => Int, { description: 'How many come, themself included.' }) @Property({ type: 'integer' }) partySize!: number;
  @Field(() => String, { nullable: true, description: 'What they need there to take part, in their words.' })
  @Property({ type: 'text', nullable: true })
  needs?: string | null;
  @Field(() => Locale, { description: 'The language in which they are written to.' }) @Enum({ items: () => Locale, type: 'text' }) language!: Locale;
  @Field(() => RegistrationState, { description: 'Where it is.' }) @Enum({ items: () => RegistrationState, type: 'text' }) state!: RegistrationState;
  @Field(() => DateTime, { description: 'When they registered.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) registeredAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When they came.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  checkedInAt?: Date | null;

  /** @throws Problem `registration-cancelled`, or `registration-closed` for what cannot follow any more */
  moveTo(state: RegistrationState): void {
    if (this.state === state) return;
    if (this.state === 'CANCELLED') throw new Problem('registration-cancelled');
    if (!registrationLifecycle.can(this.state, state)) throw new Problem('registration-closed');
    this.state = state;
  }
}

export const RegistrationConnection = connectionOf('Registration', Registration);

/** What those who registered are told. */
export type NoticeKind = 'REGISTERED' | 'PLACE_FREE' | 'MOVED' | 'CANCELLED';
