import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';

/** What went by one rule. */
@ObjectType({ simpleResolvers: true, description: 'How many records went by one rule.' })
export class RetentionWent {
  @Field(() => ID, { description: "The rule's key." }) rule!: string;
  @Field(() => Int, { description: 'Records.' }) count!: number;
}

/** One night's run of the rules: what went, and which rules could not be kept. Holds nothing of anybody. */
@ObjectType({ simpleResolvers: true, description: "One night's run of the rules of retention: what went." })
@Entity()
@Index({ name: 'retention_run_newest', properties: ['startedAt', 'id'] })
export class RetentionRun {
  @Field(() => ID, { description: "The run's id." }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => DateTime, { description: 'When it began.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) startedAt!: Date;
  @Field(() => DateTime, { description: 'When it was done.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) endedAt!: Date;
  @Field(() => [RetentionWent], { description: 'What went; rules by which nothing did are left out.' }) @Property({ type: 'json' }) went!: RetentionWent[];
  @Field(() => [String], { description: 'The keys of rules that failed; the log says why, and the next run tries again.' })
  @Property({ type: 'string[]', columnType: 'text[]' })
  failed!: string[];
}

export const RetentionRunConnection = connectionOf('RetentionRun', RetentionRun);
