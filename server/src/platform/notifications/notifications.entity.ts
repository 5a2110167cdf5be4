import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Locale } from '@torilla/schema/kernel/localized';
import { DeliveryResult, MailRhythm, NotificationChannel, NotificationKind } from '@torilla/schema/notifications/notifications';
import { enumOf } from '../../kernel/input.ts';
import { connectionOf } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { Resident } from '../residents/residents.entity.ts';
import { StaffMember } from '../staff/staff.entity.ts';

enumOf('NotificationKind', 'What somebody is told of.', NotificationKind);
enumOf('NotificationChannel', 'By which way: the list in the app, mail, or the browsers that somebody named.', NotificationChannel);
enumOf('MailRhythm', 'How often mail comes: at once, or together at eight in the morning, every day or on Mondays.', MailRhythm);
enumOf(
  'DeliveryResult',
  'What became of one on its way: it waits, it was taken, it was refused for good, the browser is there no more, it was tried long enough, or nobody was left to tell.',
  DeliveryResult,
);

/** That somebody is told of something: what kind, and of what. It holds no words: what is said is made of them when it is sent and where it is shown. */
@ObjectType({ simpleResolvers: true, description: 'That somebody is told of something. Seen by themself alone.' })
@Entity()
@Unique({ name: 'notification_once', properties: ['cause'] })
@Index({ name: 'notification_of_resident', properties: ['resident', 'createdAt', 'id'] })
@Index({ name: 'notification_of_staff', properties: ['staff', 'createdAt', 'id'] })
@Index({ name: 'notification_about', properties: ['subjectId'] })
export class Notification {
  @Field(() => ID, { description: "The notification's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => NotificationKind, { description: 'Of what kind.' }) @Enum({ items: () => NotificationKind, type: 'text' }) kind!: NotificationKind;
  @Field(() => String, { description: 'What of it: the state to which feedback came, ANSWER or CHANGE, or MOVED and its like of an event; may be empty.' })
  @Property({ type: 'text' })
  detail!: string;
  @Field(() => ID, { description: 'What it is about: the id of a piece of feedback or of a registration.' }) @Property({ type: 'uuid' }) subjectId!: string;
  @ManyToOne(() => Resident, { ref: true, nullable: true, deleteRule: 'cascade', index: false }) resident?: Ref<Resident> | null;
  @ManyToOne(() => StaffMember, { ref: true, nullable: true, deleteRule: 'cascade', index: false }) staff?: Ref<StaffMember> | null;
  /** What it tells of, as an answer or a step, so that nobody is told of it twice. */
  @Property({ type: 'uuid' }) cause!: string;
  @Field(() => DateTime, { description: 'When it came about.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When it was read; null until then.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  readAt?: Date | null;
  /** Whether it stands in the app's list, as they had chosen. */
  @Property({ type: 'boolean' }) listed!: boolean;
}

export const NotificationConnection = connectionOf('Notification', Notification);

/** One way on which a notification goes, and what became of it: the log of deliveries, and the queue of what waits. It names nobody and holds no words. */
@ObjectType({ simpleResolvers: true, description: 'One way on which somebody is told, and what became of it. For administrators; it names nobody.' })
@Entity()
@Unique({ name: 'delivery_once', properties: ['notification', 'channel', 'target'] })
@Unique({ name: 'delivery_stop_once', properties: ['stopHash'] })
@Index({ name: 'delivery_newest_first', properties: ['createdAt', 'id'] })
@Index({ name: 'delivery_due', expression: `create index delivery_due on delivery (next_at) where result = 'WAITING'` })
export class Delivery {
  @Field(() => ID, { description: "The delivery's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Notification, { ref: true, deleteRule: 'cascade', index: false }) notification!: Ref<Notification>;
  @Field(() => NotificationKind, { description: 'What is told of.' }) @Enum({ items: () => NotificationKind, type: 'text' }) kind!: NotificationKind;
  @Field(() => NotificationChannel, { description: 'MAIL or PUSH.' }) @Enum({ items: () => NotificationChannel, type: 'text' }) channel!: NotificationChannel;
  /** The browser; of mail the notification itself. */
  @Property({ type: 'uuid' }) target!: string;
  @Field(() => String, { nullable: true, description: 'The push service that carries it: fcm.googleapis.com.' })
  @Property({ type: 'text', nullable: true })
  service?: string | null;
  /** Whether it goes together with others, at eight. */
  @Property({ type: 'boolean' }) digest!: boolean;
  @Field(() => DeliveryResult, { description: 'What became of it.' }) @Enum({ items: () => DeliveryResult, type: 'text' }) result!: DeliveryResult;
  @Field(() => Int, { description: 'How often it was tried.' }) @Property({ type: 'integer', default: 0 }) attempts!: number & Opt;
  @Field(() => DateTime, { description: 'When it was noted.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When it is tried next; null once it is over.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  nextAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was tried last.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  lastAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it has not left, as a code of the mail server or the push service: 550, 429, timeout.' })
  @Property({ type: 'text', nullable: true })
  why?: string | null;
  /** The hash of the secret in the mail by which such mail ends. */
  @Property({ type: 'text', nullable: true }) stopHash?: string | null;
}

export const DeliveryConnection = connectionOf('Delivery', Delivery);

/** A browser that may be told. Its address at the push service is a secret of its owner: it leaves in no answer and no log. */
@Entity()
@Unique({ name: 'push_browser_once', properties: ['endpointHash'] })
export class PushBrowser {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @Property({ type: 'text' }) endpointHash!: string;
  @Property({ type: 'text' }) endpoint!: string;
  @Property({ type: 'text' }) p256dh!: string;
  @Property({ type: 'text' }) auth!: string;
  @Enum({ items: () => Locale, type: 'text' }) language!: Locale;
  /** The browser and its system, as it names itself, so that its owner knows it among others. */
  @Property({ type: 'text' }) agent!: string;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
}

/** Of what a browser is told: what concerns an account, or one piece of feedback whose receipt somebody held. */
@Entity()
@Check({ name: 'push_subscription_of_one', expression: 'num_nonnulls(resident_id, staff_id, subject_id) = 1' })
@Index({
  name: 'push_subscription_once',
  expression: 'create unique index push_subscription_once on push_subscription (browser_id, coalesce(resident_id, staff_id, subject_id))',
})
@Index({ name: 'push_subscription_about', properties: ['subjectId'] })
@Index({ name: 'push_subscription_of_resident', properties: ['resident'] })
@Index({ name: 'push_subscription_of_staff', properties: ['staff'] })
export class PushSubscription {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => PushBrowser, { ref: true, deleteRule: 'cascade', index: false }) browser!: Ref<PushBrowser>;
  @ManyToOne(() => Resident, { ref: true, nullable: true, deleteRule: 'cascade', index: false }) resident?: Ref<Resident> | null;
  @ManyToOne(() => StaffMember, { ref: true, nullable: true, deleteRule: 'cascade', index: false }) staff?: Ref<StaffMember> | null;
  @Property({ type: 'uuid', nullable: true }) subjectId?: string | null;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
}

/** What somebody chose otherwise than it is for all: an account, or whoever held the receipt of a piece of feedback. */
@Entity()
@Check({ name: 'notification_choice_of_one', expression: 'num_nonnulls(resident_id, staff_id, subject_id) = 1' })
@Index({
  name: 'notification_choice_once',
  expression: 'create unique index notification_choice_once on notification_choice (coalesce(resident_id, staff_id, subject_id), kind, channel)',
})
export class NotificationChoice {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Resident, { ref: true, nullable: true, deleteRule: 'cascade', index: false }) resident?: Ref<Resident> | null;
  @ManyToOne(() => StaffMember, { ref: true, nullable: true, deleteRule: 'cascade', index: false }) staff?: Ref<StaffMember> | null;
  @Property({ type: 'uuid', nullable: true }) subjectId?: string | null;
  @Enum({ items: () => NotificationKind, type: 'text' }) kind!: NotificationKind;
  @Enum({ items: () => NotificationChannel, type: 'text' }) channel!: NotificationChannel;
  @Property({ type: 'boolean' }) wanted!: boolean;
}

/** How often a resident wants mail. */
@Entity()
@Unique({ name: 'mail_digest_once', properties: ['resident'] })
export class MailDigest {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Resident, { ref: true, deleteRule: 'cascade', index: false }) resident!: Ref<Resident>;
  @Enum({ items: () => MailRhythm, type: 'text' }) rhythm!: MailRhythm;
}
