import { Field, Int, ObjectType } from 'type-graphql';
import { BallotKind } from '@torilla/schema/budget/ballot';
import { RoundPhase } from '@torilla/schema/budget/round';
import { Comparison, Completion, CountKind, ShareStart, ShareStop, TieStep, Utility } from '@torilla/schema/budget/rules';
import { VoterChannel } from '@torilla/schema/budget/vote';
import { enumOf } from '../../kernel/input.ts';
import { LocalDate } from '../../kernel/scalars.ts';

enumOf(
  'VoterChannel',
  'How a right to vote was used: by strong identification, by a printed code, in a class at school, on the city’s tablet at the square, or on a paper ballot.',
  VoterChannel,
);
enumOf('BallotKind', 'How a voter says what they want.', BallotKind);
enumOf(
  'CountKind',
  'How ballots are counted: by votes as long as the money lasts, with an equal share of the money for each voter, or so that its load is spread evenly.',
  CountKind,
);
enumOf('Utility', 'What a funded project is worth to those who voted for it: its cost, or one.', Utility);
enumOf('Completion', 'What becomes of money that equal shares left.', Completion);
enumOf('Comparison', 'By what equal shares are compared with the count by votes.', Comparison);
enumOf('ShareStart', 'From where shares are raised.', ShareStart);
enumOf('ShareStop', 'Until when shares are raised.', ShareStop);
enumOf('TieStep', 'What of two projects decides between them where the rule finds them equal.', TieStep);

/** See `BallotRule` of the schema. */
@ObjectType('BallotRule', { simpleResolvers: true, description: 'What makes a ballot whole.' })
export class BallotRuleType {
  @Field(() => BallotKind, { description: 'How a voter says what they want.' }) kind!: BallotKind;
  @Field(() => Int, { nullable: true, description: 'The fewest projects of a ballot; null for one.' }) least?: number | null;
  @Field(() => Int, { nullable: true, description: 'The most projects of a ballot; null for as many as there are.' }) most?: number | null;
  @Field(() => Int, { nullable: true, description: 'The least money of a basket, in cents; null for any.' }) leastCents?: number | null;
  @Field(() => Int, { nullable: true, description: 'How many points a voter shares out; null where none are.' }) points?: number | null;
  @Field(() => Int, { nullable: true, description: 'The most points for one project; null for all of them.' }) mostPoints?: number | null;
  @Field(() => Boolean, { description: 'Whether a voter may change their ballot until voting closes.' }) changeable!: boolean;
}

/** See `CountRule` of the schema. */
@ObjectType('CountRule', { simpleResolvers: true, description: 'How ballots are counted.' })
export class CountRuleType {
  @Field(() => CountKind, { description: 'How ballots are counted.' }) kind!: CountKind;
  @Field(() => Int, { nullable: true, description: 'The fewest votes, or points, with which a project is funded, by votes.' }) leastVotes?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether a count by votes ends at the first project that does not fit.' }) stopsAtTooExpensive?:
    | boolean
    | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether of the projects for one place only the first is funded, by votes.' }) onePerPlace?:
    | boolean
    | null;
  @Field(() => Utility, { nullable: true, description: 'What a project is worth to those who voted for it, for equal shares.' }) utility?: Utility | null;
  @Field(() => Completion, { nullable: true, description: 'What becomes of money that equal shares left.' }) completion?: Completion | null;
  @Field(() => Comparison, { nullable: true, description: 'By what equal shares are compared with the count by votes.' }) comparison?: Comparison | null;
  @Field(() => ShareStart, { nullable: true, description: 'From where shares are raised.' }) start?: ShareStart | null;
  @Field(() => Int, { nullable: true, description: 'Down to a multiple of how many cents the first share is rounded.' }) floorCents?: number | null;
  @Field(() => Int, { nullable: true, description: 'By how many cents each share is raised at a time.' }) unitCents?: number | null;
  @Field(() => ShareStop, { nullable: true, description: 'Until when shares are raised.' }) stop?: ShareStop | null;
}

/** The days of a phase. */
@ObjectType('PhaseDays', { simpleResolvers: true, description: 'The days of a phase.' })
export class PhaseDaysType {
  @Field(() => RoundPhase, { description: 'The phase.' }) phase!: RoundPhase;
  @Field(() => LocalDate, { description: 'Its first day.' }) from!: string;
  @Field(() => LocalDate, { nullable: true, description: 'Its last day, where it takes more than one.' }) to?: string | null;
}

/** How many voted one way. */
@ObjectType({ simpleResolvers: true, description: 'How many voted one way.' })
export class BudgetTurnout {
  @Field(() => VoterChannel, { description: 'Which way.' }) channel!: VoterChannel;
  @Field(() => Int, { description: 'How many.' }) voters!: number;
}
