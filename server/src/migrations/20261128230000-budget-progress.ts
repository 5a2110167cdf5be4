import { Migration } from '@mikro-orm/migrations';

/** What became of the projects that were voted for, and how many voted which way. */
export class BudgetProgress extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "budget_progress" ("id" uuid not null, "project_id" uuid not null, "state" text not null, "day" date not null, "note" jsonb not null, "spent_cents" int null, "reported_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "budget_progress_of" on "budget_progress" ("project_id", "day", "reported_at", "id");`);

    this.addSql(`alter table "budget_round" add "turnout" jsonb null;`);

    this.addSql(`alter table "budget_progress" add constraint "budget_progress_project_id_foreign" foreign key ("project_id") references "budget_project" ("id");`);
    this.addSql(`alter table "budget_progress" add constraint "budget_progress_money" check (spent_cents >= 0);`);
    this.addSql(`alter table "budget_progress" add constraint "budget_progress_state_check" check ("state" in ('PLANNED', 'UNDER_WAY', 'DONE', 'DROPPED'));`);
  }
}
