import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TabletBar } from '@torilla/schema/budget/tablet';
import { VoterChannel } from '@torilla/schema/budget/vote';
import { BudgetArea, BudgetRound } from './round.entity.ts';

/** Codes that were printed together, to be handed out at one place. The city has their hashes alone. */
@Entity()
@Index({ name: 'budget_code_batch_of', properties: ['round', 'madeAt'] })
@Unique({ name: 'budget_code_batch_teacher', properties: ['teacherHash'] })
@Unique({ name: 'budget_code_batch_pupils', properties: ['pupilsHash'] })
@Check({ name: 'budget_code_batch_class', expression: '(teacher_hash is null) = (pupils_hash is null) and (open_until is null or teacher_hash is not null)' })
export class BudgetCodeBatch {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => BudgetRound, { ref: true, index: false }) round!: Ref<BudgetRound>;
  @Property({ type: 'text' }) place!: string;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) madeAt!: Date;
  /** From then on none of them lets anybody vote, as when a bundle was lost; what was voted by them stands. */
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true }) voidedAt?: Date | null;
  /** Of a class at school: the hashes of its teacher's code and of the one that its pupils type. */
  @Property({ type: 'text', nullable: true }) teacherHash?: string | null;
  @Property({ type: 'text', nullable: true }) pupilsHash?: string | null;
  /** Until when the class votes; null until its teacher has begun. */
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true }) openUntil?: Date | null;
}

/** A right to vote on paper: the hash of a code. Whether it was used, the used rights say. */
@Entity()
@Index({ name: 'budget_code_of', properties: ['batch'] })
export class BudgetCode {
  @PrimaryKey({ type: 'text' }) hash!: string;
  @ManyToOne(() => BudgetCodeBatch, { ref: true, index: false }) batch!: Ref<BudgetCodeBatch>;
}

/**
 * A right to vote that was used: by whom, as a hash that is another in each round, the hash of a code, or by chance for
 * a paper ballot; and not how. Nothing joins it to a ballot: no id, no order and no time is theirs
 * together (`vote.test.ts`).
 */
@Entity()
@Unique({ name: 'budget_voter_once', properties: ['round', 'person'] })
export class BudgetVoter {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => BudgetRound, { ref: true, index: false }) round!: Ref<BudgetRound>;
  @Property({ type: 'text' }) person!: string;
  @Enum({ items: () => VoterChannel, type: 'text' }) channel!: VoterChannel;
}

/** A ballot: what somebody wants, and the hash of a receipt that its voter alone holds. It says nothing of whose it is, nor when it came. */
@Entity()
@Unique({ name: 'budget_ballot_once', properties: ['receiptHash'] })
@Index({ name: 'budget_ballot_of', properties: ['round', 'id'] })
export class BudgetBallot {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => BudgetRound, { ref: true, index: false }) round!: Ref<BudgetRound>;
  @ManyToOne(() => BudgetArea, { ref: true, index: false }) area!: Ref<BudgetArea>;
  @Property({ type: 'json' }) choices!: { id: string; points?: number }[];
  @Property({ type: 'text' }) receiptHash!: string;
}

/** How many ballots from tablets counted for nothing in a round, and why. It says of none whose it was, nor what was on it. */
@Entity()
@Unique({ name: 'budget_turned_away_once', properties: ['round', 'why'] })
@Check({ name: 'budget_turned_away_number', expression: 'ballots > 0' })
export class BudgetTurnedAway {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => BudgetRound, { ref: true, index: false }) round!: Ref<BudgetRound>;
  @Enum({ items: () => TabletBar, type: 'text' }) why!: TabletBar;
  @Property({ type: 'integer' }) ballots!: number;
}
