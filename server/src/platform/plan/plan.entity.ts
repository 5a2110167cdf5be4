import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToMany, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ActionState, GovernanceStep, TargetMetric, WithdrawalReason } from '@torilla/schema/plan/plan';
import { PlanState } from '@torilla/schema/plan/version';
import type { Reported } from '@torilla/schema/plan/state';
import { enumOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { OnlyFor, Rows } from '../../kernel/read/index.ts';
import { DateTime, LocalDate } from '../../kernel/scalars.ts';
import { FoundBy } from '../../kernel/search/index.ts';
import { Picture } from '../pictures/picture.entity.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { Schedule } from './schedule.type.ts';
import { Unit } from './unit.entity.ts';

enumOf('GovernanceStep', 'A step by which a plan comes about: prepared, adopted, carried out.', GovernanceStep);
enumOf('TargetMetric', 'What a target counts.', TargetMetric);
enumOf('PlanState', 'How far a version of the plan is: being prepared, in force, or replaced by the next.', PlanState);
enumOf('ActionState', 'Where an action stands: planned, running, late, or done.', ActionState);
enumOf('WithdrawalReason', 'Why a report was taken back: it was wrong, it was about another action, or it told of somebody.', WithdrawalReason);

/** The city's participation plan for some years: its measures, and who prepares, adopts and carries it out. */
@ObjectType({ simpleResolvers: true, description: "The city's participation plan for some years." })
@Entity()
@Index({ name: 'plan_one_in_force', expression: "create unique index plan_one_in_force on plan (state) where state = 'IN_FORCE'" })
export class Plan {
  @Field(() => ID, { description: 'Minted when the plan was entered.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => LocalizedText, { description: "The plan's name." }) @Property({ type: 'json' }) title!: LocalizedText;
  @Field(() => Int, { description: 'The first year.' }) @Property({ type: 'integer', fieldName: 'from_year' }) from!: number;
  @Field(() => Int, { description: 'The last year.' }) @Property({ type: 'integer', fieldName: 'to_year' }) to!: number;
  @Field(() => LocalizedText, { nullable: true, description: 'The plan that this one replaced.' })
  @Property({ type: 'json', nullable: true })
  replaces?: LocalizedText;
  @Field(() => PlanState, { description: 'Whether it is being prepared, in force, or replaced.' })
  @Enum({ items: () => PlanState, type: 'text' })
  state!: PlanState;
  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was adopted; null for a draft, and where nobody has written it down.' })
  @Property({ type: 'date', columnType: 'date', nullable: true })
  decidedOn?: string | null;
  @Field(() => String, { nullable: true, description: 'The section of the minutes in which it was adopted.' })
  @Property({ type: 'text', nullable: true })
  section?: string | null;
  @Field(() => String, { nullable: true, description: 'Where those minutes are read.' }) @Property({ type: 'text', nullable: true }) minutesUrl?: string | null;
  /** The version of which it is a changed copy; adopted, it replaces it. */
  @ManyToOne(() => Plan, { ref: true, nullable: true, index: false }) basedOn?: Ref<Plan> | null;
  @Rows(() => PlanGovernance, { position: 'asc' }, { description: 'Who prepares, adopts and carries it out.' })
  @OneToMany(() => PlanGovernance, (g) => g.plan)
  governance = new Collection<PlanGovernance>(this);
  @Rows(() => Measure, { number: 'asc' }, { description: 'Its measures, by number.' }) @OneToMany(() => Measure, (m) => m.plan) measures =
    new Collection<Measure>(this);
}

/** Who does one step of the plan's making. */
@ObjectType({ simpleResolvers: true, description: "Who does one step of the plan's making." })
@Entity()
export class PlanGovernance {
  @Field(() => ID, { description: "The step's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Plan, { ref: true }) plan!: Ref<Plan>;
  @Field(() => GovernanceStep, { description: 'What is done.' }) @Enum({ items: () => GovernanceStep, type: 'text' }) step!: GovernanceStep;
  @Field(() => Unit, { description: 'Who does it.' }) @ManyToOne(() => Unit, { ref: true }) unit!: Ref<Unit>;
  @Property({ type: 'integer' }) position!: number;
}

/** One of the plan's ways in which residents take part. */
@ObjectType({ simpleResolvers: true, description: "One of the plan's ways in which residents take part." })
@Entity()
@Unique({ name: 'measure_number_in_plan', properties: ['plan', 'number'] })
export class Measure {
  @Field(() => ID, { description: 'Minted when the measure was entered.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Plan, { ref: true }) plan!: Ref<Plan>;
  @Field(() => Int, { description: "The measure's number in the plan." }) @Property({ type: 'integer' }) number!: number;
  @Field(() => String, { description: "The measure's stable name." }) @Property({ type: 'text' }) key!: string;
  @Field(() => LocalizedText, { description: 'What the measure is called.' }) @Property({ type: 'json' }) title!: LocalizedText;
  @Field(() => LocalizedText, { description: 'What it is for, in a sentence.' }) @Property({ type: 'json' }) purpose!: LocalizedText;
  @Field(() => Int, { description: 'Rises with each change while its plan is a draft.' }) @Property({ type: 'integer', default: 0 }) revision!: number & Opt;
  @Rows(() => Action, { position: 'asc' }, { description: "What is done for it, in the plan's order." }) @OneToMany(() => Action, (a) => a.measure) actions =
    new Collection<Action>(this);
  @FoundBy(`setweight(search_document(title), 'A') || setweight(search_document(purpose), 'C')`) foundBy?: string & Opt;
}

/** What is done for a measure: by whom, when, with which money, towards which target. */
@ObjectType({ simpleResolvers: true, description: 'What is done for a measure: by whom, when, with which money, towards which target.' })
@Entity()
export class Action {
  @Field(() => ID, { description: 'Minted when the action was entered.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Measure, { ref: true }) measure!: Ref<Measure>;
  @Field(() => String, { description: "The action's stable name within its measure." }) @Property({ type: 'text' }) key!: string;
  @Property({ type: 'integer' }) position!: number;
  @Field(() => LocalizedText, { description: 'What is done.' }) @Property({ type: 'json' }) text!: LocalizedText;
  @Field(() => Schedule, { description: 'When it is done.' }) @Property({ type: 'json' }) schedule!: Schedule;
  /** Where it stood by its newest report: what its state is derived from, besides the schedule. */
  @Property({ type: 'json', nullable: true }) reported?: Reported | null;
  @Rows(() => ActionReport, { day: 'desc', reportedAt: 'desc' }, { description: 'What was reported of it, the newest first; what was withdrawn is marked.' })
  @OneToMany(() => ActionReport, (r) => r.action)
  reports = new Collection<ActionReport>(this);
  @Rows(() => Unit, { key: 'asc' }, { description: "The units that answer for it, in the plan's order." })
  @ManyToMany(() => Unit, undefined, { fixedOrder: true })
  responsible = new Collection<Unit>(this);
  @Rows(() => ActionBudget, { year: 'asc' }, { description: 'The money reserved for it, year by year.' })
  @OneToMany(() => ActionBudget, (b) => b.action)
  budgets = new Collection<ActionBudget>(this);
  @Rows(() => ActionTarget, { year: 'asc' }, { description: 'What it is to reach.' }) @OneToMany(() => ActionTarget, (t) => t.action) targets =
    new Collection<ActionTarget>(this);
  @FoundBy(`setweight(search_document(text), 'B')`) foundBy?: string & Opt;
}

/** What its unit told of an action on a day. It is never changed: a wrong one is withdrawn, and stands there marked. */
@ObjectType({ simpleResolvers: true, description: 'What its unit told of an action. It is never changed: a wrong one is withdrawn, and stands there marked.' })
@Entity()
@Index({ name: 'action_report_of', properties: ['action', 'day', 'reportedAt', 'id'] })
export class ActionReport {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Action, { ref: true, index: false }) action!: Ref<Action>;
  @Field(() => LocalDate, { description: 'The day that it tells of.' }) @Property({ type: 'date', columnType: 'date' }) day!: string;
  @Property({ type: 'json' }) words!: LocalizedText;
  @Field(() => ActionState, { nullable: true, description: 'Where the action stood since that day; null when it says nothing of it.' })
  @Enum({ items: () => ActionState, type: 'text', nullable: true })
  state?: ActionState | null;
  @Field(() => Boolean, { description: 'Whether that state stands whatever the schedule says, until something newer is reported.' })
  @Property({ type: 'boolean' })
  firm!: boolean;
  @Rows(() => Picture, { putAt: 'asc' }, { description: 'Its pictures, in the order in which they were put up.' })
  @ManyToMany(() => Picture)
  pictures = new Collection<Picture>(this);
  @Field(() => DateTime, { description: 'When it was written.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) reportedAt!: Date;
  @Field(() => StaffMember, { nullable: true, description: 'Who wrote it. For staff.' })
  @OnlyFor(({ kind }) => kind === 'staff' || kind === 'system')
  @ManyToOne(() => StaffMember, { ref: true, index: false })
  reportedBy!: Ref<StaffMember>;
  @Field(() => DateTime, { nullable: true, description: 'When it was taken back.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  withdrawnAt?: Date | null;
  @Field(() => WithdrawalReason, { nullable: true, description: 'Why it was taken back.' })
  @Enum({ items: () => WithdrawalReason, type: 'text', nullable: true })
  withdrawalReason?: WithdrawalReason | null;
  @Field(() => StaffMember, { nullable: true, description: 'Who took it back. For staff.' })
  @OnlyFor(({ kind }) => kind === 'staff' || kind === 'system')
  @ManyToOne(() => StaffMember, { ref: true, nullable: true, index: false })
  withdrawnBy?: Ref<StaffMember> | null;
}

/** The money that the plan reserves for an action in one year. */
@ObjectType({ simpleResolvers: true, description: 'The money that the plan reserves for an action in one year.' })
@Entity()
@Unique({ name: 'action_budget_once_a_year', properties: ['action', 'year'] })
export class ActionBudget {
  @Field(() => ID, { description: "The row's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Action, { ref: true }) action!: Ref<Action>;
  @Field(() => Int, { description: 'The calendar year.' }) @Property({ type: 'integer' }) year!: number;
  @Field(() => Int, { description: 'In cents of a euro.' }) @Property({ type: 'integer' }) amountCents!: number;
}

/** What an action is to reach by the end of a year. */
@ObjectType({ simpleResolvers: true, description: 'What an action is to reach by the end of a year.' })
@Entity()
@Unique({ name: 'action_target_once_a_year', properties: ['action', 'year', 'metric'] })
export class ActionTarget {
  @Field(() => ID, { description: "The row's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Action, { ref: true }) action!: Ref<Action>;
  @Field(() => Int, { description: 'By the end of this year.' }) @Property({ type: 'integer' }) year!: number;
  @Field(() => TargetMetric, { description: 'What is counted; RESIDENTS is a number of people.' })
  @Enum({ items: () => TargetMetric, type: 'text' })
  metric!: TargetMetric;
  @Field(() => Int, { description: 'How many.' }) @Property({ type: 'integer' }) value!: number;
}
