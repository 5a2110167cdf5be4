import { Migration } from '@mikro-orm/migrations';

/** Events that recur. */
export class EventSeries extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "event_series" ("id" uuid not null, "rule" text not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "event" add column "series_id" uuid null;`);
    this.addSql(`create index "event_of_series" on "event" ("series_id", "starts_at", "id");`);
    this.addSql(`alter table "event" add constraint "event_series_id_foreign" foreign key ("series_id") references "event_series" ("id") on delete set null;`);
  }
}
