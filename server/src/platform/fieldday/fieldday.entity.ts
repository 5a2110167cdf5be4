import { Collection, PrimaryKeyProp, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToMany, ManyToOne, OneToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Attendance } from '@torilla/schema/fieldday/fieldday';
import { DayItem } from '@torilla/schema/fieldday/fieldday';
import type { ReportWords } from '@torilla/schema/fieldday/report';
import type { SequenceRange } from '@torilla/schema/kernel/capture';
import { Event } from '../events/events.entity.ts';
import { Picture } from '../pictures/picture.entity.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import type { ShownFigure } from './figures.ts';

/** What of a tablet's captures had come when a day was closed. */
export interface TabletProof {
  deviceId: string;
  name: string;
  made: number;
  received: number;
  held: number;
  missing: SequenceRange[];
}

/** A point of the evening before that somebody says is done. */
@Entity()
@Unique({ name: 'field_day_tick_once', properties: ['event', 'item'] })
export class FieldDayTick {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Event, { ref: true, index: false }) event!: Ref<Event>;
  @Enum({ items: () => DayItem, type: 'text' }) item!: DayItem;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) at!: Date;
  @ManyToOne(() => StaffMember, { ref: true, index: false }) by!: Ref<StaffMember>;
}

/** That a day in the field was closed: what had come by then, who came, and why something was let go. It stays when the day is taken up again. */
@Entity()
@Index({ name: 'field_day_closing_of', properties: ['event', 'closedAt'] })
@Index({
  name: 'field_day_closing_once',
  expression: 'create unique index field_day_closing_once on field_day_closing (event_id) where reopened_at is null',
})
export class FieldDayClosing {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne(() => Event, { ref: true, index: false }) event!: Ref<Event>;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) closedAt!: Date;
  @ManyToOne(() => StaffMember, { ref: true, index: false }) closedBy!: Ref<StaffMember>;
  @Property({ type: 'json' }) attendance!: Attendance;
  @Property({ type: 'json' }) tablets!: TabletProof[];
  @Property({ type: 'text', nullable: true }) reason?: string | null;
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true }) reopenedAt?: Date | null;
  @ManyToOne(() => StaffMember, { ref: true, nullable: true, index: false }) reopenedBy?: Ref<StaffMember> | null;
}

/** What everybody reads of a day in the field. Quotes stand by their ids: words that are covered, hidden or erased later go from here, too. */
export interface PublishedReport {
  words: ReportWords;
  figures: ShownFigure[];
  quoteIds: string[];
  /** Its pictures by their ids; one that is removed goes from here, too. Reports from before there were any have none. */
  pictureIds?: string[];
}

/** The report of an event: as it is being written, and as it was published. */
@Entity()
export class EventReport {
  [PrimaryKeyProp]?: 'event';
  @OneToOne(() => Event, { ref: true, primary: true, owner: true }) event!: Ref<Event>;
  @Property({ type: 'json' }) words!: ReportWords;
  @Property({ type: 'integer' }) version!: number;
  @Property({ type: 'Date', columnType: 'timestamptz(3)' }) savedAt!: Date;
  @ManyToOne(() => StaffMember, { ref: true, index: false }) savedBy!: Ref<StaffMember>;
  @ManyToMany(() => Picture) pictures = new Collection<Picture>(this);
  @Property({ type: 'json', nullable: true }) published?: PublishedReport | null;
  /** The version that was published. */
  @Property({ type: 'integer', nullable: true }) publishedVersion?: number | null;
  @Property({ type: 'Date', columnType: 'timestamptz(3)', nullable: true }) publishedAt?: Date | null;
  @ManyToOne(() => StaffMember, { ref: true, nullable: true, index: false }) publishedBy?: Ref<StaffMember> | null;
}
