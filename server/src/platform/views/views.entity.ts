import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { ViewedData, ViewReason } from '@torilla/schema/views/views';
import { enumOf } from '../../kernel/input.ts';
import { connectionOf } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { Unit } from '../plan/unit.entity.ts';
import { StaffMember } from '../staff/staff.entity.ts';

enumOf('ViewedData', "What of somebody's personal data was opened.", ViewedData);
enumOf('ViewReason', 'Why it was opened.', ViewReason);

/** One line of the log of looks at personal data. Rows are only ever added: a trigger and the grants refuse the rest. */
@ObjectType({
  simpleResolvers: true,
  description: 'That a member of staff opened personal data, and why. For administrators, and for the resident whose it is.',
})
@Entity()
@Check({ name: 'view_line_told', expression: `reason <> 'OTHER' or words is not null` })
@Index({ name: 'view_line_of_subject', properties: ['subjectId', 'id'] })
export class ViewLine {
  @Field(() => ID, { description: 'Rises with time.' }) @PrimaryKey({ type: 'bigint', autoincrement: true }) id!: string;
  @Field(() => DateTime, { description: 'When it was opened.' }) @Property({ type: 'Date', columnType: 'timestamptz(3)' }) at!: Date;
  @ManyToOne(() => StaffMember, { ref: true, index: false }) staff!: Ref<StaffMember>;
  @Field(() => String, { description: 'The member of staff who opened it, as they were called then.' }) @Property({ type: 'text' }) by!: string;
  @Field(() => Unit, { nullable: true, description: 'The unit for which they work with it; null for whoever works for the whole city.' })
  @ManyToOne(() => Unit, { ref: true, nullable: true, deleteRule: 'no action', index: false })
  unit?: Ref<Unit> | null;
  @Field(() => ViewedData, { description: 'Which data.' }) @Enum({ items: () => ViewedData, type: 'text' }) data!: ViewedData;
  @Field(() => ViewReason, { description: 'Why.' }) @Enum({ items: () => ViewReason, type: 'text' }) reason!: ViewReason;
  @Field(() => String, { nullable: true, description: 'With OTHER: why, in words.' }) @Property({ type: 'text', nullable: true }) words?: string | null;
  @Field(() => String, { description: 'The type of what the data belongs to: Feedback.' }) @Property({ type: 'text' }) subject!: string;
  @Field(() => ID, { description: 'Its id.' }) @Property({ type: 'uuid' }) subjectId!: string;
}

export const ViewLineConnection = connectionOf('ViewLine', ViewLine);
