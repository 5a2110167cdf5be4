import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Account } from '@torilla/schema/budget/count/accounts';
import { DateTime, Json } from '../../kernel/scalars.ts';
import { BudgetArea, BudgetRound } from './round.entity.ts';

/** The count of an area's ballots, as it was made once; whoever has the file makes it again. */
@ObjectType({
  simpleResolvers: true,
  description: "The count of an area's ballots. Everybody reads it once the result is confirmed, and counts the file again by the round's rule.",
})
@Entity()
@Unique({ name: 'budget_count_once', properties: ['round', 'area'] })
export class BudgetCount {
  @Field(() => ID, { description: "The count's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => BudgetRound, { ref: true, index: false }) round!: Ref<BudgetRound>;
  @Field(() => BudgetArea, { description: 'Whose money it is about.' }) @ManyToOne(() => BudgetArea, { ref: true, index: false }) area!: Ref<BudgetArea>;
  @Field(() => String, { description: 'What was counted: projects and ballots in the format of Pabulib, without anything of voters.' })
  @Property({ type: 'text' })
  file!: string;
  @Field(() => String, { description: 'The SHA-256 of the file as UTF-8, in hexadecimal.' }) @Property({ type: 'text' }) sha256!: string;
  @Field(() => Int, { description: 'How many voted.' }) @Property({ type: 'integer' }) voters!: number;
  @Field(() => [ID], { description: 'The funded projects, in the order in which the rule took them.' }) @Property({ type: 'json' }) winners!: string[];
  @Field(() => Int, { description: 'What they cost, in cents.' }) @Property({ type: 'integer' }) costCents!: number;
  @Field(() => Json, {
    description:
      'What became of each project and why, those with the most votes first: `id`, `cost` in cents, `votes` or points, `place` among the funded, `finding` with its `code`, and what would have been `enough`.',
  })
  @Property({ type: 'json' })
  accounts!: Account[];
  @Field(() => DateTime, { description: 'When it was counted.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) countedAt!: Date;
}
