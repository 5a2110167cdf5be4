import type { Opt } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A sealed file that follows a capture, in the chunks in which it came. It may come before the words or after them. */
@Entity()
export class Attachment {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @Property({ type: 'uuid' }) captureId!: string;
  @Property({ type: 'uuid' }) deviceId!: string;
  @Property({ type: 'text' }) sha256!: string;
  @Property({ type: 'integer' }) total!: number;
  /** Bytes confirmed from the start without a gap. */
  @Property({ type: 'integer', default: 0 }) received!: number & Opt;
  @Property({ type: 'blob', columnType: 'bytea', defaultRaw: "''::bytea" }) content!: Buffer & Opt;
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true }) completedAt?: Date | null;
}
