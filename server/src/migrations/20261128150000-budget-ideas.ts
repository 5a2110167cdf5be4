import { Migration } from '@mikro-orm/migrations';

/** Ideas for rounds of participatory budgeting. */
export class BudgetIdeas extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "budget_idea" ("id" uuid not null, "revision" int not null, "round_id" uuid not null, "title" text not null, "words" text not null, "language" text not null, "category_id" uuid null, "district_key" text null, "place" text null, "way" text not null, "state" text not null, "held_for" text null, "covered_at" timestamptz(3) null, "judged_at" timestamptz(3) null, "received_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "budget_idea_newest_first" on "budget_idea" ("round_id", "received_at", "id");`);

    this.addSql(`alter table "budget_idea" add constraint "budget_idea_round_id_foreign" foreign key ("round_id") references "budget_round" ("id");`);
    this.addSql(`alter table "budget_idea" add constraint "budget_idea_category_id_foreign" foreign key ("category_id") references "budget_category" ("id") on delete set null;`);
    this.addSql(`alter table "budget_idea" add constraint "budget_idea_district_key_foreign" foreign key ("district_key") references "district" ("key") on delete set null;`);
    this.addSql(`alter table "budget_idea" add constraint "budget_idea_language_check" check ("language" in ('fi', 'sv', 'en'));`);
    this.addSql(`alter table "budget_idea" add constraint "budget_idea_way_check" check ("way" in ('SELF', 'TALKED', 'PAPER'));`);
    this.addSql(`alter table "budget_idea" add constraint "budget_idea_state_check" check ("state" in ('HELD', 'SHOWN', 'HIDDEN'));`);
    this.addSql(`alter table "budget_idea" add constraint "budget_idea_held_for_check" check ("held_for" in ('PERSONAL', 'RUDE', 'LATE'));`);
  }
}
