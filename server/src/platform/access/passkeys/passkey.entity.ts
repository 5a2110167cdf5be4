import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../../../kernel/scalars.ts';
import { StaffMember } from '../../staff/staff.entity.ts';

/** A key that a member of staff's device or password manager keeps, and that signs them in without anything typed. */
@ObjectType({ simpleResolvers: true, description: 'A key on a device or in a password manager that signs its owner in. Seen by its owner alone.' })
@Entity()
@Unique({ name: 'passkey_once', properties: ['credentialId'] })
export class Passkey {
  @Field(() => ID, { description: 'Minted where it was made; no secret.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Index() @ManyToOne(() => StaffMember, { ref: true, deleteRule: 'cascade' }) staff!: Ref<StaffMember>;
  @Field(() => String, { description: 'What its owner calls it.' }) @Property({ type: 'text' }) name!: string;
  /** By what name the device knows it. */
  @Property({ type: 'text' }) credentialId!: string;
  @Property({ type: 'blob' }) publicKey!: Buffer;
  /** How often the device says that it was used; never goes down, or it is a copy. Devices that share their keys say 0. */
  @Property({ type: 'bigint' }) counter!: string;
  @Property({ type: 'json' }) transports!: string[];
  @Field(() => DateTime, { description: 'When it was made.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When it last signed its owner in.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  lastUsedAt?: Date | null;
}

/** What a passkey must sign: five minutes, once. For a new passkey it is its owner's, for signing in nobody's yet. */
@Entity()
export class PasskeyChallenge {
  @PrimaryKey({ type: 'text' }) hash!: string;
  @ManyToOne(() => StaffMember, { ref: true, nullable: true, deleteRule: 'cascade' }) staff?: Ref<StaffMember> | null;
  @Property({ type: 'Date', columnType: 'timestamptz' }) expiresAt!: Date;
}
