import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { InboxState } from '@torilla/schema/inbox/inbox';
import { enumOf } from '../../kernel/input.ts';
import { connectionOf } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { Device } from '../devices/devices.entity.ts';

enumOf('InboxState', 'What became of an arrived capture.', InboxState);

/** One revision of one capture as it arrived, still sealed. Kept whatever became of it. */
@ObjectType({ simpleResolvers: true, description: 'One revision of a capture as it arrived. Its contents are sealed.' })
@Entity()
@Unique({ name: 'inbox_item_once', properties: ['captureId', 'revision'] })
@Index({ name: 'inbox_item_of_device', properties: ['device', 'deviceEpoch', 'sequence'] })
@Index({ name: 'inbox_item_by_state', properties: ['state', 'receivedAt', 'id'] })
@Index({ name: 'inbox_item_sealed', expression: "create index inbox_item_sealed on inbox_item (settled_at) where sealed <> ''" })
export class InboxItem {
  @Field(() => ID, { description: "The arrival's own id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => ID, { description: "The capture's id, minted on the device." }) @Property({ type: 'uuid' }) captureId!: string;
  @Field(() => Int, { description: '1, or more when it was mended before sending.' }) @Property({ type: 'integer' }) revision!: number;
  @Field(() => Device, { nullable: true, description: 'What it was captured on.' }) @ManyToOne(() => Device, { ref: true }) device!: Ref<Device>;
  @Property({ type: 'uuid' }) deviceEpoch!: string;
  @Field(() => Int, { description: 'The number of the entry on its device.' }) @Property({ type: 'integer' }) sequence!: number;
  @Field(() => ID, { nullable: true, description: 'The event at which it was captured, as the device has it.' })
  @Index()
  @Property({ type: 'uuid', nullable: true })
  eventId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The worker who captured it, as the device has it.' }) @Property({ type: 'uuid', nullable: true }) workerId?:
    | string
    | null;
  @Field(() => DateTime, { description: "By the device's clock." }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) capturedAt!: Date;
  @Field(() => Float, { nullable: true, description: "The server's clock minus the device's, in milliseconds." })
  @Property({ type: 'double', nullable: true })
  clockOffsetMs?: number | null;
  @Field(() => DateTime, { description: 'When the city stored it.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) receivedAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When that became of it; null while it is held. Its sealed text goes a month later.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  settledAt?: Date | null;
  @Field(() => InboxState, { description: 'What became of it.' }) @Enum({ items: () => InboxState, type: 'text' }) state!: InboxState;
  @Field(() => String, { nullable: true, description: 'The problem for which it is held.' }) @Property({ type: 'text', nullable: true }) reason?: string | null;
  @Field(() => String, { nullable: true, description: 'The facts of that problem, as JSON.' }) @Property({ type: 'text', nullable: true }) reasonFacts?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'What it asks for, if it could be opened: feedback.give.' })
  @Property({ type: 'text', nullable: true })
  operation?: string | null;
  @Field(() => String, { nullable: true, description: 'Why a person set it aside.' }) @Property({ type: 'text', nullable: true }) dismissal?: string | null;
  @Field(() => String, { description: "The code on the resident's receipt." }) @Index() @Property({ type: 'text' }) receipt!: string;
  @Property({ type: 'text' }) sha256!: string;
  @Property({ type: 'text' }) sealed!: string;
}

export const InboxItemConnection = connectionOf('InboxItem', InboxItem);

/** The same id and revision with other content: a fault or tampering. Both are kept, this one aside. */
@Entity()
@Unique({ name: 'inbox_conflict_once', properties: ['captureId', 'revision', 'sha256'] })
export class InboxConflict {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @Property({ type: 'uuid' }) captureId!: string;
  @Property({ type: 'integer' }) revision!: number;
  @ManyToOne(() => Device, { ref: true }) device!: Ref<Device>;
  @Property({ type: 'text' }) sha256!: string;
  @Property({ type: 'text' }) sealed!: string;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) receivedAt!: Date;
}

/** How far a device's numbers have come without a gap, within one life of its database. */
@Entity()
export class DeviceEpoch {
  @PrimaryKey({ type: 'uuid' }) epoch!: string;
  @ManyToOne(() => Device, { ref: true }) device!: Ref<Device>;
  @Property({ type: 'integer', default: 0 }) made!: number & Opt;
  @Property({ type: 'integer', default: 0 }) receivedThrough!: number & Opt;
}

/** Which numbers a device made at an event, as it told at its last contact. */
@Entity()
@Unique({ name: 'device_event_once', properties: ['epoch', 'eventId'] })
@Index({ properties: ['eventId'] })
export class DeviceEvent {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => DeviceEpoch, { ref: true, fieldName: 'epoch' }) epoch!: Ref<DeviceEpoch>;
  @Property({ type: 'uuid' }) eventId!: string;
  @Property({ type: 'string', columnType: 'int4multirange' }) made!: string;
}

/** One row: this database's epoch, raised after a restored backup. */
@Entity()
export class ServerEpoch {
  @PrimaryKey({ type: 'integer', autoincrement: false }) one!: number;
  @Property({ type: 'uuid' }) epoch!: string;
}
