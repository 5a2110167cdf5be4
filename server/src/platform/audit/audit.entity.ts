import { Check, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';

/**
 * One line of the log of writes: who did what, when, to whom or what; never contents.
 * Rows are only ever added (a trigger refuses the rest), and each row's hash covers the one before it.
 */
@ObjectType({ simpleResolvers: true, description: 'One line of the log of writes: who did what, when, to what. Never contents.' })
@Entity()
// the hash joins the columns by a bar and takes an empty text for none: a line that held either could be read in two ways
@Check({
  name: 'audit_line_plain',
  expression: "concat(actor_kind, actor_id, action, subject, subject_id) not like '%|%' and actor_id <> '' and subject_id <> ''",
})
export class AuditLine {
  @Field(() => ID, { description: 'Rises with time.' }) @PrimaryKey({ type: 'bigint', autoincrement: true }) id!: string;
  @Field(() => DateTime, { description: 'When it was written.' })
  @Property({ type: 'Date', columnType: 'timestamptz', defaultRaw: 'clock_timestamp()' })
  at!: Date;
  @Field(() => String, { description: 'anonymous, staff, device or system.' }) @Property({ type: 'text' }) actorKind!: string;
  @Field(() => ID, { nullable: true, description: 'The member of staff or the device; null for the others.' })
  @Property({ type: 'text', nullable: true })
  actorId?: string;
  @Field(() => String, { description: 'The verb: feedback.give.' }) @Property({ type: 'text' }) action!: string;
  @Field(() => String, { description: 'The type of what was touched.' }) @Property({ type: 'text' }) subject!: string;
  @Field(() => ID, { nullable: true, description: 'Its id.' }) @Property({ type: 'text', nullable: true }) subjectId?: string;
  @Field(() => String, { description: 'Lower-case hexadecimal SHA-256 over this line and the hash before it.' })
  @Property({ type: 'text', default: '' })
  hash!: string;
}

export const AuditLineConnection = connectionOf('AuditLine', AuditLine);
