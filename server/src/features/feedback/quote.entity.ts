import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../../kernel/scalars.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';
import { Feedback } from './feedback.entity.ts';

/** Words of a resident's that somebody marked for a report, and whether they may stand there. They go with what they are of. */
@ObjectType({ simpleResolvers: true, description: "A resident's words that were marked for a report. For staff." })
@Entity()
@Index({ name: 'feedback_quote_of', properties: ['feedback', 'markedAt'] })
export class FeedbackQuote {
  @Field(() => ID, { description: 'Minted where it was marked.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Feedback, { nullable: true, description: 'What they are of.' })
  @ManyToOne(() => Feedback, { ref: true, deleteRule: 'cascade', index: false })
  feedback!: Ref<Feedback>;
  @Field(() => String, { description: 'Word for word as they stood there.' }) @Property({ type: 'text' }) words!: string;
  @Field(() => DateTime, { description: 'When they were marked.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) markedAt!: Date;
  @ManyToOne(() => StaffMember, { ref: true, index: false }) markedBy!: Ref<StaffMember>;
  @Field(() => DateTime, { nullable: true, description: 'When they were last read with an eye to whom they tell of; null until then.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  reviewedAt?: Date | null;
  @ManyToOne(() => StaffMember, { ref: true, nullable: true, index: false }) reviewedBy?: Ref<StaffMember> | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether they may stand in public; null until somebody has read them.' })
  @Property({ type: 'boolean', nullable: true })
  fit?: boolean | null;
}
