import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Audience, SignInMethod } from '@torilla/schema/access/access';
import { Locale } from '@torilla/schema/kernel/localized';
import { enumOf } from '../../kernel/input.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { Resident } from '../residents/residents.entity.ts';
import { StaffMember } from '../staff/staff.entity.ts';

enumOf('Audience', 'As whom somebody signs in.', Audience);
enumOf('SignInMethod', "How somebody signed in: a mailed code, a link given once, the city's identity provider, a passkey.", SignInMethod);

/** A code that was mailed: ten minutes, five tries, once. The newest of an address is the only one. */
@Entity()
@Unique({ name: 'sign_in_code_newest', properties: ['audience', 'email'] })
export class SignInCode {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @Enum({ items: () => Audience, type: 'text' }) audience!: Audience;
  @Property({ type: 'text' }) email!: string;
  @Property({ type: 'text' }) hash!: string;
  @Property({ type: 'Date', columnType: 'timestamptz' }) expiresAt!: Date;
  @Property({ type: 'integer', default: 0 }) tries!: number & Opt;
}

/** A link that signs a member of staff in once: an invitation, or the first administrator's. */
@Entity()
export class SignInLink {
  @PrimaryKey({ type: 'text' }) hash!: string;
  @ManyToOne(() => StaffMember, { ref: true }) staff!: Ref<StaffMember>;
  @Property({ type: 'Date', columnType: 'timestamptz' }) expiresAt!: Date;
  @Property({ type: 'Date', columnType: 'timestamptz', nullable: true }) usedAt?: Date | null;
}

/** A signed-in browser, a member of staff's or a resident's. The cookie holds the secret, the table its hash. */
@ObjectType({ simpleResolvers: true, description: 'A browser in which one is signed in. Seen by its owner alone.' })
@Entity()
@Check({ name: 'session_of_one', expression: '(staff_id is null) <> (resident_id is null)' })
export class Session {
  @Field(() => ID, { description: "The session's id; no secret." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Property({ type: 'text', unique: true }) hash!: string;
  @Index() @ManyToOne(() => StaffMember, { ref: true, nullable: true, deleteRule: 'cascade' }) staff?: Ref<StaffMember> | null;
  @Index() @ManyToOne(() => Resident, { ref: true, nullable: true, deleteRule: 'cascade' }) resident?: Ref<Resident> | null;
  @Field(() => SignInMethod, { description: 'How they signed in.' }) @Enum({ items: () => SignInMethod, type: 'text' }) method!: SignInMethod;
  @Field(() => String, { description: 'The browser and its system, as it names itself: Firefox, Windows.' }) @Property({ type: 'text' }) agent!: string;
  @Field(() => DateTime, { description: 'When they signed in.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
  @Field(() => DateTime, { description: 'When it last asked for something, to the minute.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)' })
  lastSeenAt!: Date;
}

/** A sign-in that has left for an identity provider and not come back yet: ten minutes, once, and only in the browser that began it. */
@Entity()
export class PendingSignIn {
  /** The hash of the state that travels with it. */
  @PrimaryKey({ type: 'text' }) hash!: string;
  /** The hash of the secret in the browser's cookie. */
  @Property({ type: 'text' }) browserHash!: string;
  @Enum({ items: () => Audience, type: 'text' }) audience!: Audience;
  @Property({ type: 'text' }) nonce!: string;
  @Property({ type: 'text' }) verifier!: string;
  /** The account that they were in, if in any: what comes back is for that one alone. */
  @Property({ type: 'uuid', nullable: true }) accountId?: string | null;
  /** The language in which they left. */
  @Enum({ items: () => Locale, type: 'text' }) locale!: Locale;
  /** Where they wanted to go, if anywhere. */
  @Property({ type: 'text', nullable: true }) returnTo?: string | null;
  @Property({ type: 'Date', columnType: 'timestamptz' }) expiresAt!: Date;
}

/** By what name an identity provider knows a member of staff. Never changes, whatever becomes of their address. */
@Entity()
@Unique({ name: 'staff_identity_once', properties: ['issuer', 'subject'] })
@Unique({ name: 'staff_identity_of_one', properties: ['issuer', 'staff'] })
export class StaffIdentity {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @Property({ type: 'text' }) issuer!: string;
  @Property({ type: 'text' }) subject!: string;
  @Index() @ManyToOne(() => StaffMember, { ref: true, deleteRule: 'cascade' }) staff!: Ref<StaffMember>;
}
