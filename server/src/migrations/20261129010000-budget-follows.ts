import { Migration } from '@mikro-orm/migrations';

/** Who supports an idea or follows a project, and that they are told. */
export class BudgetFollows extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "budget_follow" ("id" uuid not null, "resident_id" uuid not null, "idea_id" uuid null, "project_id" uuid null, "since" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "budget_follow_of" on "budget_follow" ("resident_id");`);
    this.addSql(`alter table "budget_follow" add constraint "budget_follow_project_once" unique ("project_id", "resident_id");`);
    this.addSql(`alter table "budget_follow" add constraint "budget_follow_idea_once" unique ("idea_id", "resident_id");`);

    this.addSql(`alter table "notification_choice" drop constraint "notification_choice_kind_check";`);
    this.addSql(`alter table "notification_choice" add constraint "notification_choice_kind_check" check ("kind" in ('ANSWER', 'STATE', 'EVENT', 'BUDGET', 'ASSIGNED', 'MENTIONED', 'TEST'));`);

    this.addSql(`alter table "notification" drop constraint "notification_kind_check";`);
    this.addSql(`alter table "notification" add constraint "notification_kind_check" check ("kind" in ('ANSWER', 'STATE', 'EVENT', 'BUDGET', 'ASSIGNED', 'MENTIONED', 'TEST'));`);

    this.addSql(`alter table "delivery" drop constraint "delivery_kind_check";`);
    this.addSql(`alter table "delivery" add constraint "delivery_kind_check" check ("kind" in ('ANSWER', 'STATE', 'EVENT', 'BUDGET', 'ASSIGNED', 'MENTIONED', 'TEST'));`);

    this.addSql(`alter table "budget_follow" add constraint "budget_follow_resident_id_foreign" foreign key ("resident_id") references "resident" ("id");`);
    this.addSql(`alter table "budget_follow" add constraint "budget_follow_idea_id_foreign" foreign key ("idea_id") references "budget_idea" ("id") on delete cascade;`);
    this.addSql(`alter table "budget_follow" add constraint "budget_follow_project_id_foreign" foreign key ("project_id") references "budget_project" ("id") on delete cascade;`);
    this.addSql(`alter table "budget_follow" add constraint "budget_follow_one" check ((idea_id is null) <> (project_id is null));`);
  }
}
