import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { BudgetArea, BudgetRound } from './round.entity.ts';

/** How a right to vote was used. */
export const VoterChannel = { ONLINE: 'ONLINE' } as const;
export type VoterChannel = keyof typeof VoterChannel;

/**
 * A right to vote that was used: by whom, as a hash that is another in each round, and not how. Nothing joins it to a ballot: no id, no order and no time is theirs
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
