import type { Opt } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../kernel/scalars.ts';

/** A sealed file that follows a capture, in the chunks in which it came. It may come before the words or after them. */
@ObjectType({ simpleResolvers: true, description: 'A sealed file that follows a capture, as far as it has come.' })
@Entity()
export class Attachment {
  @Field(() => ID, { description: 'Minted on the device.' }) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Property({ type: 'uuid' }) captureId!: string;
  @Property({ type: 'uuid' }) deviceId!: string;
  @Property({ type: 'text' }) sha256!: string;
  @Field(() => Int, { description: 'Bytes of the whole file.' }) @Property({ type: 'integer' }) total!: number;
  /** Bytes confirmed from the start without a gap. */
  @Field(() => Int, { description: 'Bytes that have come.' }) @Property({ type: 'integer', default: 0 }) received!: number & Opt;
  @Property({ type: 'blob', columnType: 'bytea', defaultRaw: "''::bytea" }) content!: Buffer & Opt;
  @Property({ type: 'Date', columnType: 'timestamptz(3)', defaultRaw: 'now()' }) begunAt!: Date & Opt;
  @Field(() => DateTime, { nullable: true, description: 'When the last of them came; null until then.' })
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true })
  completedAt?: Date | null;
}
