import { Migration } from '@mikro-orm/migrations';

/** Events that were cancelled or moved, and from where. */
export class MovedEvents extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "event" add column "cancelled_at" timestamptz(3) null, add column "cancel_reason" jsonb null, add column "moved_at" timestamptz(3) null, add column "moved_from_starts_at" timestamptz(3) null, add column "moved_from_ends_at" timestamptz(3) null, add column "moved_from_place_key" text null, add column "sequence" int not null default 0;`);
    this.addSql(`alter table "event" add constraint "event_moved_from_place_key_foreign" foreign key ("moved_from_place_key") references "place" ("key") on delete set null;`);
    this.addSql(`alter table "event_notice" drop constraint "event_notice_kind_check";`);
    this.addSql(`alter table "event_notice" add constraint "event_notice_kind_check" check ("kind" in ('REGISTERED', 'PLACE_FREE', 'MOVED', 'CANCELLED'));`);
  }
}
