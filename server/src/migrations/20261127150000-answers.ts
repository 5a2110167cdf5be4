import { Migration } from '@mikro-orm/migrations';

/** What the city answers to feedback. */
export class Answers extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "feedback_answer" ("id" uuid not null, "feedback_id" uuid not null, "words" text not null, "language" text not null, "answered_at" timestamptz(3) not null, "unit_key" text null, "answered_by_id" uuid not null, "mail" text not null, primary key ("id"));`);
    this.addSql(`create index "feedback_answer_of" on "feedback_answer" ("feedback_id", "answered_at", "id");`);
    this.addSql(`alter table "feedback_answer" add constraint "feedback_answer_feedback_id_foreign" foreign key ("feedback_id") references "feedback" ("id") on delete cascade;`);
    this.addSql(`alter table "feedback_answer" add constraint "feedback_answer_unit_key_foreign" foreign key ("unit_key") references "unit" ("key") on delete set null;`);
    this.addSql(`alter table "feedback_answer" add constraint "feedback_answer_answered_by_id_foreign" foreign key ("answered_by_id") references "staff_member" ("id");`);
    this.addSql(`alter table "feedback_answer" add constraint "feedback_answer_language_check" check ("language" in ('fi', 'sv', 'en'));`);
    this.addSql(`alter table "feedback_answer" add constraint "feedback_answer_mail_check" check ("mail" in ('NONE', 'WAITING', 'SENT'));`);
  }
}
