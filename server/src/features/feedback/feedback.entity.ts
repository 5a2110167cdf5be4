import { Collection, PrimaryKeyProp, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToMany, ManyToOne, OneToMany, OneToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AnswerKind, AnswerMail, Channel, Mood, SpokenLanguage } from '@torilla/schema/feedback/feedback';
import { AnswerRating, FeedbackState, Priority } from '@torilla/schema/feedback/handling';
import { Locale } from '@torilla/schema/kernel/localized';
import { enumOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { type ActorParams, Aggregate, connectionOf, OnlyFor, Rows, sql } from '../../kernel/read/index.ts';
import { DateTime, LocalDate } from '../../kernel/scalars.ts';
import { FoundBy } from '../../kernel/search/index.ts';
import { Device } from '../../platform/devices/devices.entity.ts';
import { Event } from '../../platform/events/events.entity.ts';
import { District } from '../../platform/places/places.entity.ts';
import { Attachment } from '../../platform/inbox/attachment.entity.ts';
import { Measure } from '../../platform/plan/plan.entity.ts';
import { Unit } from '../../platform/plan/unit.entity.ts';
import { Child, Resident } from '../../platform/residents/residents.entity.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';

enumOf('Mood', 'How the resident felt, from angry to glad.', Mood);
enumOf('Channel', 'How the words came.', Channel);
enumOf(
  'AnswerMail',
  'How an answer left by mail: nobody wished for one, it waits, the mail server has taken it, or it was refused for good or tried long enough.',
  AnswerMail,
);
enumOf('AnswerKind', 'What the city tells: an answer, or what changed because of what was said.', AnswerKind);
enumOf('FeedbackState', 'How far a piece of feedback is, as its resident is told.', FeedbackState);
enumOf('AnswerRating', 'Whether an answer helped, in three faces.', AnswerRating);
enumOf('Priority', 'How soon something must be taken up, beside its day.', Priority);
enumOf('SpokenLanguage', 'The language that the resident spoke (ISO 639-1), or other.', SpokenLanguage);

/** What a resident does not see of what they said themself: it is the city's own affair. */
const staff = ({ kind }: ActorParams): boolean => kind === 'staff' || kind === 'system';
/** What only the resident sees whose account it is in. */
const resident = ({ kind }: ActorParams): boolean => kind === 'resident' || kind === 'system';

/** What feedback may be about; a city edits its own list. */
@ObjectType({ simpleResolvers: true, description: 'What feedback may be about.' })
@Entity()
export class Topic {
  [PrimaryKeyProp]?: 'key';
  @Field(() => ID, { description: "The topic's stable name." }) @PrimaryKey({ type: 'text' }) key!: string;
  @Field(() => LocalizedText, { description: 'What it is called.' }) @Property({ type: 'json' }) name!: LocalizedText;
  @Field(() => String, { description: 'The name of its icon.' }) @Property({ type: 'text' }) icon!: string;
  @Field(() => Int, { description: 'Its place in the list.' }) @Property({ type: 'integer' }) position!: number;
}

/** Name and address of a resident who wishes to be answered. Apart from the words, so that it can go without them. */
@ObjectType({ simpleResolvers: true, description: 'Name and address of a resident who wishes to be answered.' })
@Entity()
export class FeedbackContact {
  @Field(() => ID, { description: "The same as the feedback's." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String, { description: 'As the resident wants to be called.' }) @Property({ type: 'text' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Where to write.' }) @Property({ type: 'text', nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true, description: 'Where to call.' }) @Property({ type: 'text', nullable: true }) phone?: string | null;
  @Field(() => String, { description: 'The consent text as it was shown.' }) @Property({ type: 'text' }) consent!: string;
  @Field(() => LocalDate, { description: 'The day on which these details are deleted at the latest.' })
  @Property({ type: 'date', columnType: 'date' })
  deleteOn!: string;
}

/** What a resident said, as the newest revision of its capture has it. */
@ObjectType({ simpleResolvers: true, description: 'What a resident said. For staff, and for the resident whose account it is in.' })
@Entity()
@Index({ name: 'feedback_newest_first', properties: ['capturedAt', 'id'] })
@Index({ name: 'feedback_of_event', properties: ['event', 'capturedAt', 'id'] })
@Index({ name: 'feedback_of_measure', properties: ['measure', 'capturedAt'] })
@Index({ name: 'feedback_of_district', properties: ['district', 'capturedAt', 'id'] })
@Index({ name: 'feedback_of_unit', properties: ['unit', 'capturedAt', 'id'] })
@Index({
  name: 'feedback_open',
  expression: "create index feedback_open on feedback (captured_at, id) where state not in ('ANSWERED', 'CHANGED')",
})
@Index({ name: 'feedback_of_matter', properties: ['matter', 'capturedAt', 'id'] })
@Index({ name: 'feedback_of_resident', properties: ['resident', 'capturedAt', 'id'] })
@Index({ name: 'feedback_by_receipt', properties: ['receipt'] })
@Index({ name: 'feedback_found_by', expression: 'create index feedback_found_by on feedback using gin (found_by)' })
@Index({ name: 'feedback_words_trigram', expression: 'create index feedback_words_trigram on feedback using gin (words gin_trgm_ops)' })
export class Feedback {
  @Field(() => ID, { description: "The capture's id, minted on the device." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Int, { description: 'Raised when the worker mended it before sending.' }) @Property({ type: 'integer' }) revision!: number;
  @Field(() => String, {
    nullable: true,
    description: "What was said, as near to the resident's own words as may be; null when only a mood or a topic was recorded.",
  })
  @Property({ type: 'text', nullable: true })
  words?: string | null;
  @Field(() => Mood, { nullable: true, description: 'How the resident felt.' }) @Enum({ items: () => Mood, type: 'text', nullable: true }) mood?: Mood | null;
  @Field(() => SpokenLanguage, { description: 'The language that was spoken.' }) @Enum({ items: () => SpokenLanguage, type: 'text' }) language!: SpokenLanguage;
  @Field(() => Channel, { description: 'How the words came.' }) @Enum({ items: () => Channel, type: 'text' }) channel!: Channel;
  @Field(() => Int, { description: 'How many people said it together.' }) @Property({ type: 'integer' }) headcount!: number;
  @Field(() => String, { nullable: true, description: 'For colleagues only.' })
  @OnlyFor(staff)
  @Property({ type: 'text', nullable: true })
  note?: string | null;
  @Field(() => DateTime, { description: "When it was said, by the device's clock as measured against the server's." })
  @Property({ type: 'Date', columnType: 'timestamptz(3)' })
  capturedAt!: Date;
  @Field(() => DateTime, { description: 'When the city stored it.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) receivedAt!: Date;
  @Field(() => String, { nullable: true, description: "The code on the resident's receipt." }) @Property({ type: 'text', nullable: true }) receipt?:
    | string
    | null;
  @Field(() => Event, { nullable: true, description: 'Where it was said.' }) @ManyToOne(() => Event, { ref: true, nullable: true }) event?: Ref<Event> | null;
  /** Whose account it is in: whoever knew the receipt first. Nobody else is told. */
  @ManyToOne(() => Resident, { ref: true, nullable: true, deleteRule: 'set null', index: false }) resident?: Ref<Resident> | null;
  @Field(() => Child, { nullable: true, description: "The guardian's child who said it. For the resident whose account it is in." })
  @OnlyFor(resident)
  @ManyToOne(() => Child, { ref: true, nullable: true, deleteRule: 'set null' })
  child?: Ref<Child> | null;
  @Field(() => Device, { nullable: true, description: 'What it was captured on. For staff.' })
  @OnlyFor(staff)
  @ManyToOne(() => Device, { ref: true, nullable: true })
  device?: Ref<Device> | null;
  @Field(() => StaffMember, { nullable: true, description: 'The worker who captured it. For staff.' })
  @OnlyFor(staff)
  @ManyToOne(() => StaffMember, { ref: true, nullable: true })
  worker?: Ref<StaffMember> | null;
  @Field(() => Measure, { nullable: true, description: 'The measure of the plan that it concerns.' })
  @ManyToOne(() => Measure, { ref: true, nullable: true })
  measure?: Ref<Measure> | null;
  @Field(() => Unit, { nullable: true, description: 'The unit whose service it concerns.' })
  @ManyToOne(() => Unit, { ref: true, nullable: true })
  unit?: Ref<Unit> | null;
  @Field(() => District, { nullable: true, description: 'The part of the city that it concerns.' })
  @ManyToOne(() => District, { ref: true, nullable: true })
  district?: Ref<District> | null;
  @Rows(() => Topic, { position: 'asc' }, { description: 'What it is about.' }) @ManyToMany(() => Topic) topics = new Collection<Topic>(this);
  /** Never read along: it is opened, with a reason that is written down. */
  @OneToOne(() => FeedbackContact, { ref: true, nullable: true, owner: true, orphanRemoval: true })
  contact?: Ref<FeedbackContact> | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the resident took back the address that they had left; what was captured before does not bring it back.',
  })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  contactWithdrawnAt?: Date | null;
  @Rows(() => FeedbackPhoto, { position: 'asc' }, { description: 'Pictures that belong to the words.' })
  @OneToMany(() => FeedbackPhoto, (p) => p.feedback, { orphanRemoval: true })
  photos = new Collection<FeedbackPhoto>(this);
  @Rows(() => FeedbackAnswer, { answeredAt: 'asc' }, { description: 'What the city answered.' })
  @OneToMany(() => FeedbackAnswer, (a) => a.feedback)
  answers = new Collection<FeedbackAnswer>(this);
  @Field(() => FeedbackState, { description: 'How far the city is with it.' })
  @Enum({ items: () => FeedbackState, type: 'text', default: 'RECEIVED' })
  state!: FeedbackState & Opt;
  @Rows(() => FeedbackStep, { at: 'asc' }, { description: 'How it came so far, after it was received.' })
  @OneToMany(() => FeedbackStep, (s) => s.feedback)
  steps = new Collection<FeedbackStep>(this);
  @Field(() => LocalDate, { nullable: true, description: 'The day by which the city promised to answer; null where nothing is promised.' })
  @Property({ type: 'date', columnType: 'date', nullable: true })
  dueOn?: string | null;
  @Field(() => Priority, { description: 'How soon it must be taken up. For staff.' })
  @OnlyFor(staff)
  @Enum({ items: () => Priority, type: 'text', default: 'NORMAL' })
  priority!: Priority & Opt;
  @Field(() => StaffMember, { nullable: true, description: 'Who of the staff takes care of it. For staff.' })
  @OnlyFor(staff)
  @Index()
  @ManyToOne(() => StaffMember, { ref: true, nullable: true })
  assignee?: Ref<StaffMember> | null;
  @Rows(() => FeedbackRemark, { at: 'asc' }, { description: 'What colleagues wrote to each other about it. For staff.' })
  @OnlyFor(staff)
  @OneToMany(() => FeedbackRemark, (r) => r.feedback)
  remarks = new Collection<FeedbackRemark>(this);
  @Field(() => FeedbackMatter, { nullable: true, description: 'The matter under which it is joined with what says the same. For staff.' })
  @OnlyFor(staff)
  @ManyToOne(() => FeedbackMatter, { ref: true, nullable: true, index: false })
  matter?: Ref<FeedbackMatter> | null;
  @Field(() => AnswerRating, { nullable: true, description: 'Whether the answer helped, as the resident told; null until they did.' })
  @Enum({ items: () => AnswerRating, type: 'text', nullable: true })
  rating?: AnswerRating | null;
  @Field(() => DateTime, { nullable: true, description: 'When parts of the words were covered for good.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  maskedAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'Why they were.' }) @Property({ type: 'text', nullable: true }) maskedWhy?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When the words were hidden from whoever does not open them knowingly; null when they are not.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  hiddenAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'Why they are.' }) @Property({ type: 'text', nullable: true }) hiddenWhy?: string | null;
  /** Who sorted it last, and when: from then on a later revision of the capture brings words, and leaves what was sorted. */
  @ManyToOne(() => StaffMember, { ref: true, nullable: true, index: false })
  sortedBy?: Ref<StaffMember> | null;
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  sortedAt?: Date | null;
  @FoundBy(`setweight(coalesce(search_document(language, words), ''), 'B') || setweight(coalesce(search_document('fi', note), ''), 'D')`)
  foundBy?: string & Opt;
}

/** What several residents said alike, joined so that it is answered once. */
@ObjectType({ simpleResolvers: true, description: 'What several residents said alike, joined so that it is answered once. For staff.' })
@Entity()
@Index({ name: 'feedback_matter_newest_first', properties: ['createdAt', 'id'] })
@Index({ name: 'feedback_matter_found_by', expression: 'create index feedback_matter_found_by on feedback_matter using gin (found_by)' })
export class FeedbackMatter {
  @Field(() => ID, { description: 'Minted where it was begun.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String, { description: 'What it is about.' }) @Property({ type: 'text' }) title!: string;
  @Field(() => DateTime, { description: 'When it was begun.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
  @Field(() => StaffMember, { description: 'Who began it.' }) @ManyToOne(() => StaffMember, { ref: true }) createdBy!: Ref<StaffMember>;
  @OneToMany(() => Feedback, (f) => f.matter)
  feedback = new Collection<Feedback>(this);
  @Field(() => Int, { description: 'How many pieces of feedback say it, of those that you may see.' })
  @Aggregate('feedback', () => sql`count(*)`)
  pieces!: number & Opt;
  @Field(() => Int, { description: 'How many people said it, of those that you may see.' })
  @Aggregate('feedback', (column) => sql`coalesce(sum(${column('headcount')}), 0)::int`)
  people!: number & Opt;
  @FoundBy(`setweight(search_document('fi', title), 'A')`) foundBy?: string & Opt;
}

export const FeedbackMatterConnection = connectionOf('FeedbackMatter', FeedbackMatter);

/** That a piece of feedback came to a state: when, and by which unit of the city or by the resident. */
@ObjectType({ simpleResolvers: true, description: 'That a piece of feedback came to a state.' })
@Entity()
@Index({ name: 'feedback_step_of', properties: ['feedback', 'at', 'id'] })
export class FeedbackStep {
  @Field(() => ID, { description: "The step's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Feedback, { ref: true, deleteRule: 'cascade', index: false }) feedback!: Ref<Feedback>;
  @Field(() => FeedbackState, { description: 'To which.' }) @Enum({ items: () => FeedbackState, type: 'text' }) state!: FeedbackState;
  @Field(() => DateTime, { description: 'When.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) at!: Date;
  @Field(() => Unit, { nullable: true, description: 'By which unit; null for the city, and for the resident.' })
  @ManyToOne(() => Unit, { ref: true, nullable: true })
  unit?: Ref<Unit> | null;
  @Field(() => StaffMember, { nullable: true, description: 'By whom of the staff; null for the resident. For staff.' })
  @OnlyFor(staff)
  @ManyToOne(() => StaffMember, { ref: true, nullable: true })
  by?: Ref<StaffMember> | null;
  @Field(() => String, { nullable: true, description: 'What the resident said who took it up again.' })
  @Property({ type: 'text', nullable: true })
  words?: string | null;
}

/** A note among staff. */
@ObjectType({ simpleResolvers: true, description: 'A note among staff about a piece of feedback.' })
@Entity()
@Index({ name: 'feedback_remark_of', properties: ['feedback', 'at', 'id'] })
@Index({ name: 'feedback_remark_naming', expression: 'create index feedback_remark_naming on feedback_remark_mentions (staff_member_id)' })
export class FeedbackRemark {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Feedback, { ref: true, deleteRule: 'cascade', index: false }) feedback!: Ref<Feedback>;
  @Field(() => String, { description: 'The note.' }) @Property({ type: 'text' }) words!: string;
  @Field(() => DateTime, { description: 'When it was written.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) at!: Date;
  @Field(() => StaffMember, { description: 'Who wrote it.' }) @ManyToOne(() => StaffMember, { ref: true }) by!: Ref<StaffMember>;
  @Rows(() => StaffMember, { displayName: 'asc' }, { description: 'Colleagues whom it names, as they are called now.' })
  @ManyToMany(() => StaffMember)
  mentions = new Collection<StaffMember>(this);
}

/** Within how many days the city answers whoever wishes for it; a unit may promise otherwise. */
@ObjectType({ simpleResolvers: true, description: 'Within how many days the city, or a unit, answers whoever wishes for it.' })
@Entity()
@Index({ name: 'answer_promise_once', expression: "create unique index answer_promise_once on answer_promise (coalesce(unit_key, ''))" })
export class AnswerPromise {
  @Field(() => ID, { description: "The promise's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Unit, { nullable: true, description: 'Which unit; null for all that have no promise of their own.' })
  @ManyToOne(() => Unit, { ref: true, nullable: true, index: false, deleteRule: 'cascade' })
  unit?: Ref<Unit> | null;
  @Field(() => Int, { description: 'Days from the one on which it came.' }) @Property({ type: 'integer' }) days!: number;
}

/** What the city answered. The resident reads it in their account or by the receipt, and by mail where they left an address. */
@ObjectType({ simpleResolvers: true, description: 'What the city answered to a piece of feedback.' })
@Entity()
@Index({ name: 'feedback_answer_of', properties: ['feedback', 'answeredAt', 'id'] })
@Index({ name: 'feedback_answer_newest_first', properties: ['answeredAt', 'id'] })
@Index({ name: 'feedback_answer_found_by', expression: 'create index feedback_answer_found_by on feedback_answer using gin (found_by)' })
@Unique({ name: 'feedback_answer_once_in_batch', properties: ['batch', 'feedback'] })
export class FeedbackAnswer {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Feedback, { ref: true, deleteRule: 'cascade' }) feedback!: Ref<Feedback>;
  @Field(() => String, { description: 'The answer.' }) @Property({ type: 'text' }) words!: string;
  @Field(() => Locale, { description: 'The language in which it is written.' }) @Enum({ items: () => Locale, type: 'text' }) language!: Locale;
  @Field(() => DateTime, { description: 'When it was given.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) answeredAt!: Date;
  @Field(() => Unit, { nullable: true, description: 'The unit that answers; null for the city.' })
  @ManyToOne(() => Unit, { ref: true, nullable: true })
  unit?: Ref<Unit> | null;
  @Field(() => StaffMember, { nullable: true, description: 'Who wrote it. For staff.' })
  @OnlyFor(staff)
  @ManyToOne(() => StaffMember, { ref: true })
  answeredBy!: Ref<StaffMember>;
  @Field(() => AnswerMail, { nullable: true, description: 'Whether it left by mail. For staff.' })
  @OnlyFor(staff)
  @Enum({ items: () => AnswerMail, type: 'text' })
  mail!: AnswerMail;
  /** The answer to a whole matter of which it is this resident's. */
  @Property({ type: 'uuid', nullable: true })
  batch?: string | null;
  @Field(() => AnswerKind, { description: 'An answer, or what changed because of what was said.' })
  @Enum({ items: () => AnswerKind, type: 'text', default: 'ANSWER' })
  kind!: AnswerKind & Opt;
  @Field(() => Measure, { nullable: true, description: 'The measure of the plan where the change is seen.' })
  @ManyToOne(() => Measure, { ref: true, nullable: true })
  measure?: Ref<Measure> | null;
  @Field(() => Event, { nullable: true, description: 'The event where the change is seen.' })
  @ManyToOne(() => Event, { ref: true, nullable: true })
  event?: Ref<Event> | null;
  @FoundBy(`setweight(search_document(language, words), 'C')`) foundBy?: string & Opt;
}

/** A photo that belongs to the words; its bytes arrive after them, sealed. */
@ObjectType({ simpleResolvers: true, description: 'A photo that belongs to the words; its bytes may still be on their way.' })
@Entity()
export class FeedbackPhoto {
  @Field(() => ID, { description: 'Minted on the device.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Feedback, { ref: true }) feedback!: Ref<Feedback>;
  @Property({ type: 'integer' }) position!: number;
  @Field(() => String, { description: 'Media type: image/jpeg.' }) @Property({ type: 'text' }) type!: string;
  @Field(() => Int, { description: 'Length of the sealed bytes.' }) @Property({ type: 'integer' }) bytes!: number;
  @Property({ type: 'text' }) sha256!: string;
  @Property({ type: 'text' }) key!: string;
  /** The file has the photo's own id and may come before it or after it, so there is no foreign key. */
  @Field(() => Attachment, { nullable: true, description: 'How far its bytes have come; null before the first of them. For staff.' })
  @OnlyFor(staff)
  @ManyToOne(() => Attachment, { ref: true, nullable: true, joinColumn: 'id', persist: false, createForeignKeyConstraint: false, index: false })
  file?: Ref<Attachment> | null;
}

export const FeedbackConnection = connectionOf('Feedback', Feedback);
