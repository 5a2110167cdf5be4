import { PrimaryKeyProp, type Ref } from '@mikro-orm/core';
import { Entity, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { StaffMember } from './staff.entity.ts';

/** What a worker's PIN is checked with on a tablet. Never in the API; only tablets of the city are given it. */
@Entity()
export class StaffPin {
  [PrimaryKeyProp]?: 'staff';
  @OneToOne(() => StaffMember, { ref: true, primary: true, deleteRule: 'cascade' }) staff!: Ref<StaffMember>;
  /** Base64url. */
  @Property({ type: 'text' }) salt!: string;
  @Property({ type: 'integer' }) iterations!: number;
  /** Base64url. */
  @Property({ type: 'text' }) hash!: string;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) setAt!: Date;
}
