import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { StaffRole, StaffState } from '@torilla/schema/staff/staff';
import { enumOf } from '../../kernel/input.ts';
import { Aggregate, connectionOf, OnlyFor, raw, Rows, sql, type ActorParams } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { Unit } from '../plan/unit.entity.ts';

enumOf('StaffState', 'Where a member of staff stands: has a role and has been here, has one and has not come yet, or has none now.', StaffState);
enumOf('StaffRole', 'What a member of staff may do; an administrator may do what any of the others may.', StaffRole);

const staff = (actor: ActorParams): boolean => actor.may('staff.read');
const administrator = (actor: ActorParams): boolean => staff(actor) && (actor.has('ADMINISTRATOR') || actor.kind === 'system');
/** For what is shown of people; what an actor may do is asked of the server's clock (`inEffect`). */
const NOW = raw('clock_timestamp()');

/** Somebody who works for the city and signs in. */
@ObjectType({ simpleResolvers: true, description: 'Somebody who works for the city.' })
@Entity()
@Unique({ name: 'staff_email_once', properties: ['email'] })
export class StaffMember {
  @Field(() => ID, { description: "The member of staff's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String, { description: 'Where they sign in. For administrators.' }) @OnlyFor(administrator) @Property({ type: 'text' }) email!: string;
  @Field(() => String, { description: 'As colleagues and residents know them: Mirja K.' }) @Property({ type: 'text' }) displayName!: string;
  @Field(() => [StaffRole], { description: 'What they may do now, for the city or for a unit. For staff.' })
  @OnlyFor(staff)
  @Aggregate(
    'grants',
    (column) =>
      sql`coalesce(array_agg(distinct ${column('role')} order by ${column('role')})
        filter (where ${column('endedAt')} is null and (${column('until')} is null or ${column('until')} > ${NOW})), '{}')`,
  )
  roles!: StaffRole[] & Opt;
  @Rows(() => StaffGrant, { startsAt: 'desc' }, { description: 'Every role that they were ever given. For staff.' })
  @OneToMany(() => StaffGrant, (grant) => grant.staff)
  grants = new Collection<StaffGrant>(this);
  @Field(() => DateTime, { nullable: true, description: 'When they were last here, to the minute. For administrators.' })
  @OnlyFor(administrator)
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  lastSeenAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Until when the link of their invitation is good, if it has not been used. For administrators.' })
  @OnlyFor(administrator)
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  invitedUntil?: Date | null;
  /** Made by the seed for trying Torilla; production refuses to start with one. */
  @Property({ type: 'boolean', default: false }) demo!: boolean & Opt;
}

export const StaffMemberConnection = connectionOf('StaffMember', StaffMember);

/**
 * A role that somebody was given: for the city or a unit, from then until it ends by itself or somebody ends it. What was given stays on record.
 * That one administrator remains, and that sessions end with the last role, the database sees to (`staff_grant_ended`).
 */
@ObjectType({ simpleResolvers: true, description: 'A role that somebody was given. For staff.' })
@Entity()
@Index({
  name: 'staff_grant_once',
  expression: `create unique index staff_grant_once on staff_grant (staff_id, role, coalesce(unit_key, '')) where ended_at is null`,
})
export class StaffGrant {
  @Field(() => ID, { description: 'Minted where it was given.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => StaffMember, { description: 'To whom.' }) @Index() @ManyToOne(() => StaffMember, { ref: true }) staff!: Ref<StaffMember>;
  @Field(() => StaffRole, { description: 'What they may do.' }) @Enum({ items: () => StaffRole, type: 'text' }) role!: StaffRole;
  @Field(() => Unit, { nullable: true, description: 'The unit for which alone they may; null for the whole city.' })
  // a unit that goes must not make it a role for the whole city
  @ManyToOne(() => Unit, { ref: true, nullable: true, deleteRule: 'no action' })
  unit?: Ref<Unit> | null;
  @Field(() => DateTime, { description: 'Since when.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) startsAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When it ends by itself, if it does.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  until?: Date | null;
  @Field(() => StaffMember, { nullable: true, description: 'Who gave it; null for the city itself, at the start.' })
  @ManyToOne(() => StaffMember, { ref: true, nullable: true })
  grantedBy?: Ref<StaffMember> | null;
  @Field(() => Boolean, { description: "Whether the city's identity provider gave it at a sign-in; then it goes by what the provider says at the next." })
  @Property({ type: 'boolean', default: false })
  fromProvider!: boolean & Opt;
  @Field(() => DateTime, { nullable: true, description: 'When somebody ended it.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  endedAt?: Date | null;
  @Field(() => StaffMember, { nullable: true, description: 'Who ended it.' })
  @ManyToOne(() => StaffMember, { ref: true, nullable: true })
  endedBy?: Ref<StaffMember> | null;
}
