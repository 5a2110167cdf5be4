import { Migration } from '@mikro-orm/migrations';

/** A day in the field: whether tablets were found ready, what was looked at the evening before, how it was closed, and what is told of it. */
export class FieldDays extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "device" add "ready_at" timestamptz(3) null, add "ready_for" uuid null, add "ready_faults" jsonb null;`);
    this.addSql(
      `create table "field_day_tick" ("id" uuid not null, "event_id" uuid not null, "item" text not null, "at" timestamptz(3) not null, "by_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`alter table "field_day_tick" add constraint "field_day_tick_once" unique ("event_id", "item");`);
    this.addSql(`alter table "field_day_tick" add constraint "field_day_tick_item_check" check ("item" in ('PLACE', 'PRINTED'));`);
    this.addSql(
      `create table "field_day_closing" ("id" uuid not null, "event_id" uuid not null, "closed_at" timestamptz(3) not null, "closed_by_id" uuid not null, "attendance" jsonb not null, "tablets" jsonb not null, "reason" text null, "reopened_at" timestamptz(3) null, "reopened_by_id" uuid null, primary key ("id"));`,
    );
    this.addSql(`create index "field_day_closing_of" on "field_day_closing" ("event_id", "closed_at");`);
    this.addSql(`create unique index field_day_closing_once on field_day_closing (event_id) where reopened_at is null;`);
    this.addSql(
      `create table "event_report" ("event_id" uuid not null, "words" jsonb not null, "version" int not null, "saved_at" timestamptz(3) not null, "saved_by_id" uuid not null, "published" jsonb null, "published_version" int null, "published_at" timestamptz(3) null, "published_by_id" uuid null, primary key ("event_id"));`,
    );
    this.addSql(
      `create table "feedback_quote" ("id" uuid not null, "feedback_id" uuid not null, "words" text not null, "marked_at" timestamptz(3) not null, "marked_by_id" uuid not null, "reviewed_at" timestamptz(3) null, "reviewed_by_id" uuid null, "fit" boolean null, primary key ("id"));`,
    );
    this.addSql(`create index "feedback_quote_of" on "feedback_quote" ("feedback_id", "marked_at");`);
    for (const [table, column, of, on] of [
      ['field_day_tick', 'event_id', 'event', ''],
      ['field_day_tick', 'by_id', 'staff_member', ''],
      ['field_day_closing', 'event_id', 'event', ''],
      ['field_day_closing', 'closed_by_id', 'staff_member', ''],
      ['field_day_closing', 'reopened_by_id', 'staff_member', ' on delete set null'],
      ['event_report', 'event_id', 'event', ' on update cascade on delete cascade'],
      ['event_report', 'saved_by_id', 'staff_member', ''],
      ['event_report', 'published_by_id', 'staff_member', ' on delete set null'],
      ['feedback_quote', 'feedback_id', 'feedback', ' on delete cascade'],
      ['feedback_quote', 'marked_by_id', 'staff_member', ''],
      ['feedback_quote', 'reviewed_by_id', 'staff_member', ' on delete set null'],
    ])
      this.addSql(`alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "${of}" ("id")${on};`);
  }
}
