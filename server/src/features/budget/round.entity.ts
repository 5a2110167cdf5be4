import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToMany, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { BallotRule } from '@torilla/schema/budget/ballot';
import { RoundPhase, VoterProof } from '@torilla/schema/budget/round';
import { type CountRule, TieStep } from '@torilla/schema/budget/rules';
import { enumOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { connectionOf, Rows } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { District } from '../../platform/places/places.entity.ts';
import { Measure } from '../../platform/plan/plan.entity.ts';
import { Unit } from '../../platform/plan/unit.entity.ts';
import { BallotRuleType, BudgetTurnout, CountRuleType, PhaseDaysType } from './round.types.ts';

enumOf('RoundPhase', 'How far a round of participatory budgeting is, from its first draft to what was built.', RoundPhase);
enumOf('VoterProof', 'How somebody shows that they may vote: by strong identification, by a code on paper, or to a member of staff.', VoterProof);

/** A round in which residents decide what the city does with a part of its money. */
@ObjectType({ simpleResolvers: true, description: 'A round in which residents decide what the city does with a part of its money.' })
@Entity()
@Index({ name: 'budget_round_newest_first', properties: ['year', 'id'] })
@Check({ name: 'budget_round_voting_times', expression: 'voting_opens_at < voting_closes_at' })
@Check({
  name: 'budget_round_settled',
  expression:
    "(phase in ('DRAFT', 'IDEAS', 'SCREENING', 'COSTING')) = (tie_seed is null) and (tie_seed is null or voting_opens_at is not null and voting_closes_at is not null)",
})
export class BudgetRound {
  @Field(() => ID, { description: 'Minted where it was begun.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => RoundPhase, { description: 'How far it is.' }) @Enum({ items: () => RoundPhase, type: 'text', default: 'DRAFT' }) phase!: RoundPhase & Opt;
  @Field(() => Int, { description: 'Raised with each change.' }) @Property({ type: 'integer', default: 1 }) revision!: number & Opt;
  @Field(() => Unit, { description: 'The unit that carries it out.' }) @ManyToOne(() => Unit, { ref: true }) unit!: Ref<Unit>;
  @Field(() => Int, { description: 'The year whose money it is.' }) @Property({ type: 'integer' }) year!: number;
  @Field(() => LocalizedText, { description: 'What it is called.' }) @Property({ type: 'json' }) title!: LocalizedText;
  @Field(() => LocalizedText, { nullable: true, description: 'What residents are told of it.' })
  @Property({ type: 'json', nullable: true })
  about?: LocalizedText | null;
  @Rows(() => Measure, { number: 'asc' }, { description: 'The measures of the plan that it puts into practice.' }) @ManyToMany(() => Measure) measures =
    new Collection<Measure>(this);
  @Rows(() => BudgetArea, { position: 'asc' }, { description: 'The parts of the city with money of their own, in order.' })
  @OneToMany(() => BudgetArea, (area) => area.round, { orphanRemoval: true })
  areas = new Collection<BudgetArea>(this);
  @Rows(() => BudgetCategory, { position: 'asc' }, { description: 'What projects are about, in order.' })
  @OneToMany(() => BudgetCategory, (category) => category.round, { orphanRemoval: true })
  categories = new Collection<BudgetCategory>(this);
  @Field(() => Int, { nullable: true, description: 'The youngest who may vote, in years, on the first day of voting; null for anybody.' })
  @Property({ type: 'integer', nullable: true })
  leastAge?: number | null;
  @Field(() => Int, { nullable: true, description: 'The oldest who may vote, in years; null for anybody.' })
  @Property({ type: 'integer', nullable: true })
  mostAge?: number | null;
  @Field(() => [VoterProof], { description: 'How one may show that one may vote.' }) @Property({ type: 'json' }) proofs!: VoterProof[];
  @Field(() => BallotRuleType, { description: 'What makes a ballot whole. Settled once the ballot is published.' })
  @Property({ type: 'json' })
  ballot!: BallotRule;
  @Field(() => CountRuleType, { description: 'How ballots are counted. Settled once the ballot is published.' }) @Property({ type: 'json' }) count!: CountRule;
  @Field(() => [TieStep], { description: 'What decides between projects that the rule finds equal, before the order that is drawn.' })
  @Property({ type: 'json' })
  tieSteps!: TieStep[];
  @Field(() => String, {
    nullable: true,
    description:
      'What the order of projects is drawn from that nothing else decides between: for each, the SHA-256 of the seed, a line feed and its id, in hexadecimal, the lowest first. Drawn when the ballot is published; null before.',
  })
  @Property({ type: 'text', nullable: true })
  tieSeed?: string | null;
  @Field(() => [PhaseDaysType], { description: 'When what happens, in order.' }) @Property({ type: 'json' }) days!: PhaseDaysType[];
  @Field(() => DateTime, { nullable: true, description: 'From when votes are taken; null until it is known.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  votingOpensAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Until when, to the second, by the clock of the city; null until it is known.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  votingClosesAt?: Date | null;
  @Field(() => Int, { description: 'For how many hours after that ballots are taken that were cast in time on a tablet without a network.' })
  @Property({ type: 'integer', default: 0 })
  graceHours!: number & Opt;
  @Field(() => [BudgetTurnout], { nullable: true, description: 'How many voted which way; null until the result is confirmed.' })
  @Property({ type: 'json', nullable: true })
  turnout?: BudgetTurnout[] | null;
  @Field(() => DateTime, { description: 'When it was begun.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) createdAt!: Date;
}

/** A part of the city with money of its own in a round. */
@ObjectType({ simpleResolvers: true, description: 'A part of the city with money of its own in a round.' })
@Entity()
@Index({ name: 'budget_area_of', properties: ['round', 'position'] })
@Check({ name: 'budget_area_money', expression: 'budget_cents > 0' })
export class BudgetArea {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => BudgetRound, { ref: true, deleteRule: 'cascade', index: false }) round!: Ref<BudgetRound>;
  @Property({ type: 'integer' }) position!: number;
  @Field(() => LocalizedText, { description: 'What it is called.' }) @Property({ type: 'json' }) name!: LocalizedText;
  @Field(() => Int, { description: 'The money there is for it, in cents.' }) @Property({ type: 'integer' }) budgetCents!: number;
  @Rows(() => District, { key: 'asc' }, { description: 'The districts that are of it; none for the whole city.' }) @ManyToMany(() => District) districts =
    new Collection<District>(this);
}

/** What projects of a round are about. */
@ObjectType({ simpleResolvers: true, description: 'What projects of a round are about.' })
@Entity()
@Index({ name: 'budget_category_of', properties: ['round', 'position'] })
export class BudgetCategory {
  @Field(() => ID, { description: 'Minted where it was written.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => BudgetRound, { ref: true, deleteRule: 'cascade', index: false }) round!: Ref<BudgetRound>;
  @Property({ type: 'integer' }) position!: number;
  @Field(() => LocalizedText, { description: 'What it is called.' }) @Property({ type: 'json' }) name!: LocalizedText;
}

export const BudgetRoundConnection = connectionOf('BudgetRound', BudgetRound);
