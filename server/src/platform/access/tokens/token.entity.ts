import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../../../kernel/scalars.ts';
import { StaffMember } from '../../staff/staff.entity.ts';

/**
 * With it a script works in a member of staff's name, and may do no more than it was given and they may themself. The script has the secret, the table its
 * hash. It goes with its owner's last role (`staff_grant_ended`).
 */
@ObjectType({ simpleResolvers: true, description: 'With it a script works in its owner’s name. Seen by its owner alone.' })
@Entity()
export class ApiToken {
  @Field(() => ID, { description: 'Minted where it was made; no secret.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Property({ type: 'text', unique: true }) hash!: string;
  @Index() @ManyToOne(() => StaffMember, { ref: true, deleteRule: 'cascade' }) staff!: Ref<StaffMember>;
  @Field(() => String, { description: 'What it is for.' }) @Property({ type: 'text' }) name!: string;
  @Field(() => [String], { description: 'The verbs that it may do, as long as its owner may.' }) @Property({ type: 'json' }) verbs!: string[];
  @Field(() => DateTime, { description: 'When it was made.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
  @Field(() => DateTime, { description: 'When it ends by itself.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) expiresAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  lastUsedAt?: Date | null;
}
