import { Migration } from '@mikro-orm/migrations';

/** What residents said alike is joined, and answered at once; mails that wait are sent by a job. */
export class Matters extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "feedback_matter" ("id" uuid not null, "title" text not null, "created_at" timestamptz(3) not null, "created_by_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "feedback_matter_newest_first" on "feedback_matter" ("created_at", "id");`);
    this.addSql(`alter table "feedback_matter" add constraint "feedback_matter_created_by_id_foreign" foreign key ("created_by_id") references "staff_member" ("id");`);
    this.addSql(`alter table "feedback" add "matter_id" uuid null;`);
    this.addSql(`alter table "feedback" add constraint "feedback_matter_id_foreign" foreign key ("matter_id") references "feedback_matter" ("id") on delete set null;`);
    this.addSql(`create index "feedback_of_matter" on "feedback" ("matter_id", "captured_at", "id");`);
    this.addSql(`alter table "feedback_answer" add "mail_tried_at" timestamptz(3) null, add "batch" uuid null;`);
    this.addSql(`alter table "feedback_answer" add constraint "feedback_answer_once_in_batch" unique ("batch", "feedback_id");`);
    this.addSql(`create index feedback_answer_waiting on feedback_answer (answered_at) where mail = 'WAITING';`);
  }
}
