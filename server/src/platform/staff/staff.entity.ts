import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { StaffRole } from '@torilla/schema/staff/staff';
import { enumOf } from '../../kernel/input.ts';

enumOf('StaffRole', 'What a member of staff may do; an administrator may do what any of the others may.', StaffRole);

/** Somebody who works for the city and signs in. */
@ObjectType({ simpleResolvers: true, description: 'Somebody who works for the city.' })
@Entity()
@Unique({ name: 'staff_email_once', properties: ['email'] })
export class StaffMember {
  @Field(() => ID, { description: "The member of staff's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Property({ type: 'text' }) email!: string;
  @Field(() => String, { description: 'As colleagues and residents know them: Mirja K.' }) @Property({ type: 'text' }) displayName!: string;
  @Field(() => [StaffRole], { description: 'What they may do.' }) @Property({ type: 'string[]', columnType: 'text[]' }) roles!: StaffRole[];
  /** Made by the seed for trying Torilla; production refuses to start with one. */
  @Property({ type: 'boolean', default: false }) demo!: boolean & Opt;
}

/** A code that was mailed: ten minutes, five tries, once. */
@Entity()
export class SignInCode {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => StaffMember, { ref: true }) staff!: Ref<StaffMember>;
  @Property({ type: 'text' }) hash!: string;
  @Property({ type: 'Date', columnType: 'timestamptz' }) expiresAt!: Date;
  @Property({ type: 'integer', default: 0 }) tries!: number & Opt;
}

/** A signed-in browser. The cookie holds the secret, the table its hash. */
@Entity()
export class Session {
  @PrimaryKey({ type: 'text' }) hash!: string;
  @Index() @ManyToOne(() => StaffMember, { ref: true }) staff!: Ref<StaffMember>;
  @Property({ type: 'Date', columnType: 'timestamptz' }) createdAt!: Date;
  @Property({ type: 'Date', columnType: 'timestamptz' }) lastSeenAt!: Date;
}
