import { Migration } from '@mikro-orm/migrations';

/** Projects that are voted on, and the ideas that they came of or that were declined. */
export class BudgetProjects extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "budget_project" ("id" uuid not null, "revision" int not null default 1, "round_id" uuid not null, "area_id" uuid not null, "category_id" uuid null, "unit_key" text null, "title" jsonb not null, "about" jsonb not null, "district_key" text null, "place" text null, "least_cents" int null, "most_cents" int null, "cost_cents" int null, "withdrawn_why" jsonb null, "withdrawn_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "budget_project_of" on "budget_project" ("round_id", "created_at", "id");`);

    this.addSql(`create table "budget_project_ideas" ("budget_project_id" uuid not null, "budget_idea_id" uuid not null, primary key ("budget_project_id", "budget_idea_id"));`);

    this.addSql(`alter table "budget_idea" add "declined_why" jsonb null, add "declined_at" timestamptz(3) null;`);

    this.addSql(`alter table "budget_project" add constraint "budget_project_round_id_foreign" foreign key ("round_id") references "budget_round" ("id");`);
    this.addSql(`alter table "budget_project" add constraint "budget_project_area_id_foreign" foreign key ("area_id") references "budget_area" ("id");`);
    this.addSql(`alter table "budget_project" add constraint "budget_project_category_id_foreign" foreign key ("category_id") references "budget_category" ("id") on delete set null;`);
    this.addSql(`alter table "budget_project" add constraint "budget_project_unit_key_foreign" foreign key ("unit_key") references "unit" ("key") on delete set null;`);
    this.addSql(`alter table "budget_project" add constraint "budget_project_district_key_foreign" foreign key ("district_key") references "district" ("key") on delete set null;`);
    this.addSql(`alter table "budget_project" add constraint "budget_project_money" check (least_cents > 0 and most_cents > 0 and cost_cents > 0 and least_cents <= most_cents);`);

    this.addSql(`alter table "budget_project_ideas" add constraint "budget_project_ideas_budget_project_id_foreign" foreign key ("budget_project_id") references "budget_project" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "budget_project_ideas" add constraint "budget_project_ideas_budget_idea_id_foreign" foreign key ("budget_idea_id") references "budget_idea" ("id") on update cascade on delete cascade;`);
  }
}
