import { Migration } from '@mikro-orm/migrations';

/** Service points with their taps, the words after them, and what was done about it. */
export class Touchpoints extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "touchpoint" ("id" uuid not null, "code" text not null, "unit_key" text not null, "place_key" text null, "name" jsonb not null, "created_at" timestamptz(3) not null, "closed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`alter table "touchpoint" add constraint "touchpoint_code" unique ("code");`);
    this.addSql(`create table "touchpoint_words" ("id" uuid not null, "tap" uuid not null, "touchpoint_id" uuid not null, "words" text not null, "language" text not null, "day" date not null, "state" text not null, "held_for" text null, "covered_at" timestamptz(3) null, "judged_at" timestamptz(3) null, "received_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "touchpoint_words_of" on "touchpoint_words" ("touchpoint_id", "day", "id");`);
    this.addSql(`alter table "touchpoint_words" add constraint "touchpoint_words_once" unique ("tap");`);
    this.addSql(`create table "touchpoint_tap" ("id" uuid not null, "touchpoint_id" uuid not null, "score" int not null, "state" text not null, "device" uuid null, "captured_at" timestamptz(3) not null, "received_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index touchpoint_tap_counted on touchpoint_tap (touchpoint_id, received_at) where state = 'COUNTED';`);
    this.addSql(`create index "touchpoint_tap_turn" on "touchpoint_tap" ("touchpoint_id", "device", "captured_at");`);
    this.addSql(`create table "service_deed" ("id" uuid not null, "unit_key" text not null, "done_on" date not null, "words" jsonb not null, "open" boolean not null default true, "written_by_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "service_deed_of" on "service_deed" ("unit_key", "done_on", "id");`);
    this.addSql(`alter table "touchpoint" add constraint "touchpoint_unit_key_foreign" foreign key ("unit_key") references "unit" ("key");`);
    this.addSql(`alter table "touchpoint" add constraint "touchpoint_place_key_foreign" foreign key ("place_key") references "place" ("key") on delete set null;`);
    this.addSql(`alter table "touchpoint_words" add constraint "touchpoint_words_touchpoint_id_foreign" foreign key ("touchpoint_id") references "touchpoint" ("id");`);
    this.addSql(`alter table "touchpoint_words" add constraint "touchpoint_words_language_check" check ("language" in ('fi', 'sv', 'en'));`);
    this.addSql(`alter table "touchpoint_words" add constraint "touchpoint_words_state_check" check ("state" in ('HELD', 'SHOWN', 'HIDDEN'));`);
    this.addSql(`alter table "touchpoint_words" add constraint "touchpoint_words_held_for_check" check ("held_for" in ('PERSONAL', 'RUDE', 'NOT_COUNTED'));`);
    this.addSql(`alter table "touchpoint_tap" add constraint "touchpoint_tap_touchpoint_id_foreign" foreign key ("touchpoint_id") references "touchpoint" ("id");`);
    this.addSql(`alter table "touchpoint_tap" add constraint "touchpoint_tap_score" check (score between 1 and 5);`);
    this.addSql(`alter table "touchpoint_tap" add constraint "touchpoint_tap_state_check" check ("state" in ('COUNTED', 'REPEATED', 'TOO_MANY', 'CLOSED'));`);
    this.addSql(`alter table "service_deed" add constraint "service_deed_unit_key_foreign" foreign key ("unit_key") references "unit" ("key");`);
    this.addSql(`alter table "service_deed" add constraint "service_deed_written_by_id_foreign" foreign key ("written_by_id") references "staff_member" ("id");`);
  }
}
