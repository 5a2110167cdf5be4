import { Migration } from '@mikro-orm/migrations';

/** Files that staff put to events. */
export class Files extends Migration {
  override up(): void | Promise<void> {
    this.addSql(
      `create table "city_file" ("id" uuid not null, "title" jsonb not null, "bytes" int not null, "put_at" timestamptz(3) not null, "put_by_id" uuid not null, "sha256" text not null, "content" bytea not null, primary key ("id"));`,
    );
    this.addSql(`alter table "city_file" add constraint "city_file_put_by_id_foreign" foreign key ("put_by_id") references "staff_member" ("id");`);
    this.addSql(`create table "event_files" ("event_id" uuid not null, "city_file_id" uuid not null, primary key ("event_id", "city_file_id"));`);
    // a file belongs to one thing, and is found by itself
    this.addSql(`create unique index "event_files_once" on "event_files" ("city_file_id");`);
    this.addSql(
      `alter table "event_files" add constraint "event_files_event_id_foreign" foreign key ("event_id") references "event" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "event_files" add constraint "event_files_city_file_id_foreign" foreign key ("city_file_id") references "city_file" ("id") on update cascade on delete cascade;`,
    );
  }
}
