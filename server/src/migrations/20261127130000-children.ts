import { Migration } from '@mikro-orm/migrations';

/** Children who act through a guardian's account. */
export class Children extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "child" ("id" uuid not null, "guardian_id" uuid not null, "place" smallint not null, "first_name" text not null, "birth_year" smallint not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "child" add constraint "child_once" unique ("guardian_id", "first_name", "birth_year");`);
    this.addSql(`alter table "child" add constraint "child_place_once" unique ("guardian_id", "place");`);

    this.addSql(`alter table "consent" drop constraint "consent_purpose_check";`);
    this.addSql(`alter table "consent" add constraint "consent_purpose_check" check ("purpose" in ('ANSWER', 'CHILD'));`);

    this.addSql(`alter table "feedback" add "child_id" uuid null;`);
    this.addSql(`alter table "feedback" add constraint "feedback_child_id_foreign" foreign key ("child_id") references "child" ("id") on delete set null;`);

    this.addSql(`alter table "child" add constraint "child_guardian_id_foreign" foreign key ("guardian_id") references "resident" ("id") on delete cascade;`);
    this.addSql(`alter table "child" add constraint "child_at_most" check (place between 1 and 10);`);
  }
}
