import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DeviceKind, DeviceRole, type DeviceKey } from '@torilla/schema/devices/devices';
import { enumOf } from '../../kernel/input.ts';
import { connectionOf } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { Event } from '../events/events.entity.ts';
import { StaffMember } from '../staff/staff.entity.ts';

enumOf('DeviceKind', "TABLET: the city's own, enrolled by staff. PUBLIC: a resident's browser, enrolled by itself.", DeviceKind);
enumOf('DeviceRole', 'FIELD: a worker has it and hands it over at will. KIOSK: residents have it alone, and it shows them its one form.', DeviceRole);

/** A tablet of the city or a resident's browser: what captures come from. */
@ObjectType({ simpleResolvers: true, description: "A tablet of the city or a resident's browser: what captures come from." })
@Entity()
export class Device {
  @Field(() => ID, { description: 'Minted on the device.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => DeviceKind, { description: 'Whose it is.' }) @Enum({ items: () => DeviceKind, type: 'text' }) kind!: DeviceKind;
  @Field(() => String, { description: "What staff call it; empty for a resident's browser." }) @Property({ type: 'text' }) name!: string;
  @Field(() => DeviceRole, { nullable: true, description: "What it is for; null for a resident's browser." })
  @Enum({ items: () => DeviceRole, type: 'text', nullable: true })
  role?: DeviceRole | null;
  @Field(() => Event, { nullable: true, description: 'The event that it was enrolled for, if any.' })
  @ManyToOne(() => Event, { ref: true, nullable: true, index: false, fieldName: 'enrolled_for', deleteRule: 'set null' })
  event?: Ref<Event> | null;
  @Property({ type: 'json' }) publicKey!: DeviceKey;
  @Field(() => DateTime, { description: 'When the city came to know it.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) enrolledAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'Since then whatever it sends is held for a person.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  revokedAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Since then it has done its work, and whatever it sends is held for a person.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  retiredAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it last spoke with the city.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  lastContactAt?: Date | null;
  @Field(() => Int, { description: 'Captures that it had not delivered at the last contact.' }) @Property({ type: 'integer', default: 0 }) unsent!: number &
    Opt;
  @Field(() => DateTime, { nullable: true, description: "When the oldest of those was made, by the device's clock." })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  oldestUnsentAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'The version of the app that it runs.' }) @Property({ type: 'text', nullable: true }) appVersion?:
    | string
    | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether its browser promised to keep the storage.' })
  @Property({ type: 'boolean', nullable: true })
  persisted?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Bytes in use, as its browser estimates.' }) @Property({ type: 'bigint', nullable: true }) storageUsed?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'Bytes allowed, as its browser estimates.' })
  @Property({ type: 'bigint', nullable: true })
  storageQuota?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was last looked at whether it is ready to be taken out; null when it never was.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  readyAt?: Date | null;
  @Field(() => ID, { nullable: true, description: 'For which event that was.' }) @Property({ type: 'uuid', nullable: true }) readyFor?: string | null;
  @Field(() => [String], { nullable: true, description: 'What was not in order then; empty when it was ready.' })
  @Property({ type: 'json', nullable: true })
  readyFaults?: string[] | null;
}

export const DeviceConnection = connectionOf('Device', Device);

/** A one-use code with which a tablet is enrolled. */
@Entity()
export class DeviceEnrolment {
  @PrimaryKey({ type: 'text' }) hash!: string;
  @Property({ type: 'text' }) name!: string;
  @Enum({ items: () => DeviceRole, type: 'text', default: 'FIELD' }) role!: DeviceRole & Opt;
  @Property({ type: 'uuid', nullable: true }) eventId?: string | null;
  @ManyToOne(() => StaffMember, { ref: true }) offeredBy!: Ref<StaffMember>;
  @Property({ type: 'Date', columnType: 'timestamptz' }) expiresAt!: Date;
  @Property({ type: 'uuid', nullable: true }) usedBy?: string | null;
}
