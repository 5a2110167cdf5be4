import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToMany, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { IdeaHeldFor, IdeaState, IdeaVerdict, IdeaWay } from '@torilla/schema/budget/idea';
import { WorkState } from '@torilla/schema/budget/progress';
import { Locale } from '@torilla/schema/kernel/localized';
import { enumOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { Aggregate, connectionOf, Rows, sql } from '../../kernel/read/index.ts';
import { DateTime, LocalDate } from '../../kernel/scalars.ts';
import { Event } from '../../platform/events/events.entity.ts';
import { Picture } from '../../platform/pictures/picture.entity.ts';
import { District } from '../../platform/places/places.entity.ts';
import { Unit } from '../../platform/plan/unit.entity.ts';
import { Resident } from '../../platform/residents/residents.entity.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';
import { BudgetArea, BudgetCategory, BudgetRound } from './round.entity.ts';

enumOf('IdeaWay', 'Who wrote an idea down: whoever has it, a worker who listened, or somebody from a sheet of paper.', IdeaWay);
enumOf('IdeaState', 'What becomes of an idea: a person looks first, everybody may read it, or it is hidden.', IdeaState);
enumOf('IdeaHeldFor', 'Why a person looks first: it tells who somebody is, it may offend, or it came when ideas were no longer taken.', IdeaHeldFor);
enumOf('IdeaVerdict', 'What an officer makes of an idea: shown as it is, shown with what tells who somebody is covered for good, or hidden.', IdeaVerdict);

enumOf('WorkState', 'How far a project is that was voted for.', WorkState);

/** What somebody would have the city do with the money of a round. */
@ObjectType({ simpleResolvers: true, description: 'What somebody would have the city do with the money of a round. It says nothing of who that is.' })
@Entity()
@Index({ name: 'budget_idea_newest_first', properties: ['round', 'receivedAt', 'id'] })
export class BudgetIdea {
  @Field(() => ID, { description: "The capture's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Int, { description: 'Raised when whoever proposed it changes it.' }) @Property({ type: 'integer' }) revision!: number;
  @Field(() => BudgetRound, { nullable: true, description: 'The round whose money it is; null for whoever may not read it.' })
  @ManyToOne(() => BudgetRound, { ref: true, index: false })
  round!: Ref<BudgetRound>;
  @Field(() => String, { description: 'What it is, in a few words.' }) @Property({ type: 'text' }) title!: string;
  @Field(() => String, { description: 'What should be done, and why.' }) @Property({ type: 'text' }) words!: string;
  @Field(() => Locale, { description: 'The language in which it is written.' }) @Enum({ items: () => Locale, type: 'text' }) language!: Locale;
  @Field(() => BudgetCategory, { nullable: true, description: 'What it is about.' })
  @ManyToOne(() => BudgetCategory, { ref: true, nullable: true, deleteRule: 'set null' })
  category?: Ref<BudgetCategory> | null;
  @Field(() => District, { nullable: true, description: 'The district where it would be.' })
  @ManyToOne(() => District, { ref: true, nullable: true })
  district?: Ref<District> | null;
  @Field(() => String, { nullable: true, description: 'Where exactly, in words.' }) @Property({ type: 'text', nullable: true }) place?: string | null;
  @Field(() => IdeaWay, { description: 'Who wrote it down.' }) @Enum({ items: () => IdeaWay, type: 'text' }) way!: IdeaWay;
  @Field(() => IdeaState, { description: 'What became of it.' }) @Enum({ items: () => IdeaState, type: 'text' }) state!: IdeaState;
  @Field(() => IdeaHeldFor, { nullable: true, description: 'Why a person looks, or looked, at it first; null where nothing was found.' })
  @Enum({ items: () => IdeaHeldFor, type: 'text', nullable: true })
  heldFor?: IdeaHeldFor | null;
  @Field(() => DateTime, { nullable: true, description: 'When parts of it were covered for good.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  coveredAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When a person judged it.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  judgedAt?: Date | null;
  @Rows(() => BudgetProject, { createdAt: 'asc' }, { description: 'The projects that it is part of, as far as the reader may see them.' })
  @ManyToMany(() => BudgetProject, (project) => project.ideas)
  projects = new Collection<BudgetProject>(this);
  @Rows(() => BudgetRemark, { at: 'asc' }, { description: 'Notes among officers about it; none for everybody else.' })
  @OneToMany(() => BudgetRemark, (one) => one.idea)
  remarks = new Collection<BudgetRemark>(this);
  @Rows(() => BudgetComment, { writtenAt: 'asc' }, { description: 'What residents say of it, as far as the reader may see it.' })
  @OneToMany(() => BudgetComment, (one) => one.idea)
  comments = new Collection<BudgetComment>(this);
  @Field(() => Int, { description: 'How many comments the reader may see.' })
  @Aggregate('comments', () => sql`count(*)`)
  commentCount!: number & Opt;
  @OneToMany(() => BudgetFollow, (one) => one.idea)
  follows = new Collection<BudgetFollow>(this);
  @Field(() => Int, { description: 'How many residents support it.' })
  @Aggregate('follows', () => sql`count(*)`)
  supports!: number & Opt;
  @Field(() => LocalizedText, { nullable: true, description: 'Why it will not be voted on; null where it may be.' })
  @Property({ type: 'json', nullable: true })
  declinedWhy?: LocalizedText | null;
  @Field(() => DateTime, { nullable: true, description: 'When that was said.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  declinedAt?: Date | null;
  @Field(() => DateTime, { description: 'When the city received it.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) receivedAt!: Date & Opt;
}

/** What residents vote on, made of ideas by officers. */
@ObjectType({ simpleResolvers: true, description: 'What residents vote on, made of ideas by officers. Everybody reads it from when the ballot is published.' })
@Entity()
@Index({ name: 'budget_project_of', properties: ['round', 'createdAt', 'id'] })
@Check({ name: 'budget_project_money', expression: 'least_cents > 0 and most_cents > 0 and cost_cents > 0 and least_cents <= most_cents' })
export class BudgetProject {
  @Field(() => ID, { description: 'Minted where it was begun.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Int, { description: 'Raised with each change.' }) @Property({ type: 'integer', default: 1 }) revision!: number & Opt;
  @Field(() => BudgetRound, { nullable: true, description: 'The round whose money it is; null for whoever may not read it.' })
  @ManyToOne(() => BudgetRound, { ref: true, index: false })
  round!: Ref<BudgetRound>;
  @Field(() => BudgetArea, { description: 'Whose money of the round it is.' }) @ManyToOne(() => BudgetArea, { ref: true }) area!: Ref<BudgetArea>;
  @Field(() => BudgetCategory, { nullable: true, description: 'What it is about.' })
  @ManyToOne(() => BudgetCategory, { ref: true, nullable: true, index: false })
  category?: Ref<BudgetCategory> | null;
  @Field(() => Unit, { nullable: true, description: 'The unit that would carry it out.' })
  @ManyToOne(() => Unit, { ref: true, nullable: true, index: false })
  unit?: Ref<Unit> | null;
  @Field(() => LocalizedText, { description: 'What it is, in a few words.' }) @Property({ type: 'json' }) title!: LocalizedText;
  @Field(() => LocalizedText, { description: 'What would be done.' }) @Property({ type: 'json' }) about!: LocalizedText;
  @Field(() => District, { nullable: true, description: 'The district where it would be.' })
  @ManyToOne(() => District, { ref: true, nullable: true, index: false })
  district?: Ref<District> | null;
  @Field(() => String, { nullable: true, description: 'Where exactly, in words.' }) @Property({ type: 'text', nullable: true }) place?: string | null;
  @Field(() => Int, { nullable: true, description: 'What it may cost at the least, in cents.' })
  @Property({ type: 'integer', nullable: true })
  leastCents?: number | null;
  @Field(() => Int, { nullable: true, description: 'What it may cost at the most, in cents.' })
  @Property({ type: 'integer', nullable: true })
  mostCents?: number | null;
  @Field(() => Int, { nullable: true, description: 'What it costs on the ballot, in cents; null until costs are worked out.' })
  @Property({ type: 'integer', nullable: true })
  costCents?: number | null;
  @Rows(() => BudgetIdea, { receivedAt: 'asc' }, { description: 'The ideas that it came of, as far as the reader may see them.' })
  @ManyToMany(() => BudgetIdea, (idea) => idea.projects, { owner: true })
  ideas = new Collection<BudgetIdea>(this);
  @Field(() => LocalizedText, { nullable: true, description: 'Why it is no longer voted on; null where it is.' })
  @Property({ type: 'json', nullable: true })
  withdrawnWhy?: LocalizedText | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was withdrawn.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  withdrawnAt?: Date | null;
  @Rows(() => BudgetProgress, { day: 'desc', reportedAt: 'desc' }, { description: 'What its unit has told of it since it was voted for, the newest first.' })
  @OneToMany(() => BudgetProgress, (one) => one.project)
  progress = new Collection<BudgetProgress>(this);
  @Rows(() => Picture, { putAt: 'asc' }, { description: 'Its pictures, in the order in which they were put up.' })
  @ManyToMany(() => Picture)
  pictures = new Collection<Picture>(this);
  @Rows(() => Event, { startsAt: 'asc' }, { description: 'The events at which residents help with it.' })
  @ManyToMany(() => Event)
  events = new Collection<Event>(this);
  @Field(() => DateTime, { description: 'When it was begun.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
}

/** What its unit tells of a project that was voted for. */
@ObjectType({ simpleResolvers: true, description: 'What its unit tells of a project that was voted for: how far it is, and what it has cost.' })
@Entity()
@Index({ name: 'budget_progress_of', properties: ['project', 'day', 'reportedAt', 'id'] })
@Check({ name: 'budget_progress_money', expression: 'spent_cents >= 0' })
export class BudgetProgress {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => BudgetProject, { ref: true, index: false }) project!: Ref<BudgetProject>;
  @Field(() => WorkState, { description: 'How far it was since that day.' }) @Enum({ items: () => WorkState, type: 'text' }) state!: WorkState;
  @Field(() => LocalDate, { description: 'The day that it tells of.' }) @Property({ type: 'date', columnType: 'date' }) day!: string;
  @Field(() => LocalizedText, { description: 'What was done; where it is dropped, why.' }) @Property({ type: 'json' }) note!: LocalizedText;
  @Field(() => Int, { nullable: true, description: 'What had been spent on it by then, all in all, in cents; null where nothing new was known.' })
  @Property({ type: 'integer', nullable: true })
  spentCents?: number | null;
  @Field(() => DateTime, { description: 'When it was written.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) reportedAt!: Date;
}

/** A note among officers about an idea. */
@ObjectType({ simpleResolvers: true, description: 'A note among officers about an idea, of whichever unit they are.' })
@Entity()
@Index({ name: 'budget_remark_of', properties: ['idea', 'at', 'id'] })
export class BudgetRemark {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => BudgetIdea, { ref: true, deleteRule: 'cascade', index: false }) idea!: Ref<BudgetIdea>;
  @Field(() => String, { description: 'The note.' }) @Property({ type: 'text' }) words!: string;
  @Field(() => DateTime, { description: 'When it was written.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) at!: Date;
  @Field(() => StaffMember, { nullable: true, description: 'Who wrote it.' }) @ManyToOne(() => StaffMember, { ref: true }) by!: Ref<StaffMember>;
}

/** What a resident says of an idea. It names nobody. */
@ObjectType({ simpleResolvers: true, description: 'What a resident says of an idea. It names nobody.' })
@Entity()
@Index({ name: 'budget_comment_of', properties: ['idea', 'writtenAt', 'id'] })
@Index({ name: 'budget_comment_by', properties: ['resident'] })
@Index({ name: 'budget_comment_waiting', properties: ['state', 'writtenAt', 'id'] })
export class BudgetComment {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => BudgetIdea, { nullable: true, description: 'The idea; null for whoever may not read it.' })
  @ManyToOne(() => BudgetIdea, { ref: true, deleteRule: 'cascade', index: false })
  idea!: Ref<BudgetIdea>;
  @ManyToOne(() => Resident, { ref: true, nullable: true, index: false }) resident?: Ref<Resident> | null;
  @Field(() => String, { description: 'What they say.' }) @Property({ type: 'text' }) words!: string;
  @Field(() => Locale, { description: 'The language in which it is written.' }) @Enum({ items: () => Locale, type: 'text' }) language!: Locale;
  @Field(() => IdeaState, { description: 'What became of it.' }) @Enum({ items: () => IdeaState, type: 'text' }) state!: IdeaState;
  @Field(() => IdeaHeldFor, { nullable: true, description: 'Why a person looks, or looked, at it first; null where nothing was found.' })
  @Enum({ items: () => IdeaHeldFor, type: 'text', nullable: true })
  heldFor?: IdeaHeldFor | null;
  @Field(() => DateTime, { description: 'When it was written.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) writtenAt!: Date;
}

/** A resident who supports an idea, or follows a project: they are told what becomes of it. */
@Entity()
@Unique({ name: 'budget_follow_idea_once', properties: ['idea', 'resident'] })
@Unique({ name: 'budget_follow_project_once', properties: ['project', 'resident'] })
@Index({ name: 'budget_follow_of', properties: ['resident'] })
@Check({ name: 'budget_follow_one', expression: '(idea_id is null) <> (project_id is null)' })
export class BudgetFollow {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Resident, { ref: true, index: false }) resident!: Ref<Resident>;
  @ManyToOne(() => BudgetIdea, { ref: true, nullable: true, deleteRule: 'cascade', index: false }) idea?: Ref<BudgetIdea> | null;
  @ManyToOne(() => BudgetProject, { ref: true, nullable: true, deleteRule: 'cascade', index: false }) project?: Ref<BudgetProject> | null;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) since!: Date;
}

export const BudgetIdeaConnection = connectionOf('BudgetIdea', BudgetIdea);
export const BudgetCommentConnection = connectionOf('BudgetComment', BudgetComment);
export const BudgetProjectConnection = connectionOf('BudgetProject', BudgetProject);
