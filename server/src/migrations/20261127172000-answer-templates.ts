import { Migration } from '@mikro-orm/migrations';

/** Words from which answers are begun. */
export class AnswerTemplates extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "answer_template" ("id" uuid not null, "unit_key" text null, "title" text not null, "words" jsonb not null, primary key ("id"));`);
    this.addSql(`alter table "answer_template" add constraint "answer_template_unit_key_foreign" foreign key ("unit_key") references "unit" ("key") on delete cascade;`);
  }
}
