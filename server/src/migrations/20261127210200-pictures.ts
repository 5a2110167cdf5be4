import { Migration } from '@mikro-orm/migrations';

/** Pictures that staff put to what was reported of an action, and to the report of an event. */
export class Pictures extends Migration {
  override up(): void | Promise<void> {
    this.addSql(
      `create table "picture" ("id" uuid not null, "alt" jsonb not null, "width" int not null, "height" int not null, "put_at" timestamptz(3) not null, "put_by_id" uuid not null, "sha256" text not null, "content" bytea not null, primary key ("id"));`,
    );
    this.addSql(`alter table "picture" add constraint "picture_put_by_id_foreign" foreign key ("put_by_id") references "staff_member" ("id");`);
    for (const [table, column, of, key] of [
      ['action_report_pictures', 'action_report_id', 'action_report', 'id'],
      ['event_report_pictures', 'event_report_event_id', 'event_report', 'event_id'],
    ]) {
      this.addSql(`create table "${table}" ("${column}" uuid not null, "picture_id" uuid not null, primary key ("${column}", "picture_id"));`);
      // a picture belongs to one thing, and is found by itself
      this.addSql(`create unique index "${table}_once" on "${table}" ("picture_id");`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "${of}" ("${key}") on update cascade on delete cascade;`,
      );
      this.addSql(
        `alter table "${table}" add constraint "${table}_picture_id_foreign" foreign key ("picture_id") references "picture" ("id") on update cascade on delete cascade;`,
      );
    }
  }
}
