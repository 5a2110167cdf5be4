import { Migration } from '@mikro-orm/migrations';

/** Who looked at personal data, when and why: only ever added to. */
export class ViewLines extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "view_line" ("id" bigserial primary key, "at" timestamptz(3) not null, "staff_id" uuid not null, "by" text not null, "data" text not null, "reason" text not null, "subject" text not null, "subject_id" uuid not null);`);
    this.addSql(`create index "view_line_of_subject" on "view_line" ("subject_id", "id");`);

    this.addSql(`alter table "view_line" add constraint "view_line_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id");`);
    this.addSql(`alter table "view_line" add constraint "view_line_data_check" check ("data" in ('CONTACT'));`);
    this.addSql(`alter table "view_line" add constraint "view_line_reason_check" check ("reason" in ('ANSWER', 'CLARIFY', 'RESIDENT_ASKED', 'OVERSIGHT'));`);

    this.addSql(`create function view_line_stays() returns trigger language plpgsql as $$
      begin raise exception 'the log of looks is only added to'; end $$`);
    this.addSql('create trigger view_line_stays before update or delete on view_line for each row execute function view_line_stays()');
    this.addSql('create trigger view_line_stays_whole before truncate on view_line for each statement execute function view_line_stays()');
  }
}
