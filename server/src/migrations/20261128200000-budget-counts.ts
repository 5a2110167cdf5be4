import { Migration } from '@mikro-orm/migrations';

/** The counts of rounds, with the files that were counted. */
export class BudgetCounts extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "budget_count" ("id" uuid not null, "round_id" uuid not null, "area_id" uuid not null, "file" text not null, "sha256" text not null, "voters" int not null, "winners" jsonb not null, "cost_cents" int not null, "accounts" jsonb not null, "counted_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "budget_count" add constraint "budget_count_once" unique ("round_id", "area_id");`);

    this.addSql(`alter table "budget_count" add constraint "budget_count_round_id_foreign" foreign key ("round_id") references "budget_round" ("id");`);
    this.addSql(`alter table "budget_count" add constraint "budget_count_area_id_foreign" foreign key ("area_id") references "budget_area" ("id");`);
  }
}
