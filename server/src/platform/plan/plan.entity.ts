import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToMany, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { GovernanceStep, TargetMetric } from '@torilla/schema/plan/plan';
import { enumOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { Rows } from '../../kernel/read/index.ts';
import { Schedule } from './schedule.type.ts';
import { Unit } from './unit.entity.ts';

enumOf('GovernanceStep', 'A step by which a plan comes about: prepared, adopted, carried out.', GovernanceStep);
enumOf('TargetMetric', 'What a target counts.', TargetMetric);

/** The city's participation plan for some years: its measures, and who prepares, adopts and carries it out. */
@ObjectType({ simpleResolvers: true, description: "The city's participation plan for some years." })
@Entity()
export class Plan {
  @Field(() => ID, { description: 'Minted when the plan was entered.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => LocalizedText, { description: "The plan's name." }) @Property({ type: 'json' }) title!: LocalizedText;
  @Field(() => Int, { description: 'The first year.' }) @Property({ type: 'integer', fieldName: 'from_year' }) from!: number;
  @Field(() => Int, { description: 'The last year.' }) @Property({ type: 'integer', fieldName: 'to_year' }) to!: number;
  @Field(() => LocalizedText, { nullable: true, description: 'The plan that this one replaced.' })
  @Property({ type: 'json', nullable: true })
  replaces?: LocalizedText;
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
  @Rows(() => Action, { position: 'asc' }, { description: "What is done for it, in the plan's order." }) @OneToMany(() => Action, (a) => a.measure) actions =
    new Collection<Action>(this);
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
  @Rows(() => Unit, { key: 'asc' }, { description: "The units that answer for it, in the plan's order." })
  @ManyToMany(() => Unit, undefined, { fixedOrder: true })
  responsible = new Collection<Unit>(this);
  @Rows(() => ActionBudget, { year: 'asc' }, { description: 'The money reserved for it, year by year.' })
  @OneToMany(() => ActionBudget, (b) => b.action)
  budgets = new Collection<ActionBudget>(this);
  @Rows(() => ActionTarget, { year: 'asc' }, { description: 'What it is to reach.' }) @OneToMany(() => ActionTarget, (t) => t.action) targets =
    new Collection<ActionTarget>(this);
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
