import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { SheetVerdict } from '@torilla/schema/budget/paper';
import { StaffMember } from '../../platform/staff/staff.entity.ts';
import { BudgetArea, BudgetRound } from './round.entity.ts';

/** A bundle of paper ballots: two people enter it, each without seeing what the other read; once they agree it is signed, and its votes are counted. */
@Entity()
@Index({ name: 'budget_paper_batch_of', properties: ['round', 'madeAt'] })
export class BudgetPaperBatch {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => BudgetRound, { ref: true, index: false }) round!: Ref<BudgetRound>;
  @ManyToOne(() => BudgetArea, { ref: true, index: false }) area!: Ref<BudgetArea>;
  @Property({ type: 'text' }) place!: string;
  @Property({ type: 'integer' }) sheets!: number;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) madeAt!: Date;
  /** Who enters it first, and who once more. */
  @ManyToOne(() => StaffMember, { ref: true, nullable: true, index: false }) first?: Ref<StaffMember> | null;
  @ManyToOne(() => StaffMember, { ref: true, nullable: true, index: false }) second?: Ref<StaffMember> | null;
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true }) signedAt?: Date | null;
  @ManyToOne(() => StaffMember, { ref: true, nullable: true, index: false }) signedBy?: Ref<StaffMember> | null;
  /** The SHA-256 of what was signed. */
  @Property({ type: 'text', nullable: true }) sha256?: string | null;
}

/** Whose reading of a sheet it is: of whoever entered it first or second, or what was settled where they differ. */
export const SheetHand = { FIRST: 'FIRST', SECOND: 'SECOND', SETTLED: 'SETTLED' } as const;
export type SheetHand = keyof typeof SheetHand;

/** One sheet as somebody read it. */
@Entity()
@Unique({ name: 'budget_paper_sheet_once', properties: ['batch', 'number', 'hand'] })
export class BudgetPaperSheet {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => BudgetPaperBatch, { ref: true, deleteRule: 'cascade', index: false }) batch!: Ref<BudgetPaperBatch>;
  @Property({ type: 'integer' }) number!: number;
  @Enum({ items: () => SheetHand, type: 'text' }) hand!: SheetHand;
  @Enum({ items: () => SheetVerdict, type: 'text' }) verdict!: SheetVerdict;
  @Property({ type: 'json' }) choices!: { id: string; points?: number }[];
}
