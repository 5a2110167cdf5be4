import { Migration } from '@mikro-orm/migrations';

/** What residents say of ideas. */
export class BudgetComments extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "budget_comment" ("id" uuid not null, "idea_id" uuid not null, "resident_id" uuid null, "words" text not null, "language" text not null, "state" text not null, "held_for" text null, "written_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "budget_comment_waiting" on "budget_comment" ("state", "written_at", "id");`);
    this.addSql(`create index "budget_comment_by" on "budget_comment" ("resident_id");`);
    this.addSql(`create index "budget_comment_of" on "budget_comment" ("idea_id", "written_at", "id");`);

    this.addSql(`alter table "budget_comment" add constraint "budget_comment_idea_id_foreign" foreign key ("idea_id") references "budget_idea" ("id") on delete cascade;`);
    this.addSql(`alter table "budget_comment" add constraint "budget_comment_resident_id_foreign" foreign key ("resident_id") references "resident" ("id") on delete set null;`);
    this.addSql(`alter table "budget_comment" add constraint "budget_comment_language_check" check ("language" in ('fi', 'sv', 'en'));`);
    this.addSql(`alter table "budget_comment" add constraint "budget_comment_state_check" check ("state" in ('HELD', 'SHOWN', 'HIDDEN'));`);
    this.addSql(`alter table "budget_comment" add constraint "budget_comment_held_for_check" check ("held_for" in ('PERSONAL', 'RUDE', 'LATE'));`);
  }
}
