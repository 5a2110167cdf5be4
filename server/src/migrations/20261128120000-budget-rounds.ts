import { Migration } from '@mikro-orm/migrations';

/** Rounds of participatory budgeting, with their areas and categories. */
export class BudgetRounds extends Migration {
  override up(): void | Promise<void> {
    this.addSql(
      `create table "budget_round" ("id" uuid not null, "phase" text not null default 'DRAFT', "revision" int not null default 1, "unit_key" text not null, "year" int not null, "title" jsonb not null, "about" jsonb null, "least_age" int null, "most_age" int null, "proofs" jsonb not null, "ballot" jsonb not null, "count" jsonb not null, "tie_steps" jsonb not null, "tie_seed" text null, "days" jsonb not null, "voting_opens_at" timestamptz(3) null, "voting_closes_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "budget_round_newest_first" on "budget_round" ("year", "id");`);
    this.addSql(
      `create table "budget_area" ("id" uuid not null, "round_id" uuid not null, "position" int not null, "name" jsonb not null, "budget_cents" int not null, primary key ("id"));`,
    );
    this.addSql(`create index "budget_area_of" on "budget_area" ("round_id", "position");`);
    this.addSql(
      `create table "budget_category" ("id" uuid not null, "round_id" uuid not null, "position" int not null, "name" jsonb not null, primary key ("id"));`,
    );
    this.addSql(`create index "budget_category_of" on "budget_category" ("round_id", "position");`);
    this.addSql(
      `create table "budget_round_measures" ("budget_round_id" uuid not null, "measure_id" uuid not null, primary key ("budget_round_id", "measure_id"));`,
    );
    this.addSql(
      `create table "budget_area_districts" ("budget_area_id" uuid not null, "district_key" text not null, primary key ("budget_area_id", "district_key"));`,
    );
    this.addSql(`alter table "budget_round" add constraint "budget_round_unit_key_foreign" foreign key ("unit_key") references "unit" ("key");`);
    this.addSql(
      `alter table "budget_round" add constraint "budget_round_phase_check" check ("phase" in ('DRAFT', 'IDEAS', 'SCREENING', 'COSTING', 'BALLOT', 'VOTING', 'COUNTING', 'CONFIRMED', 'REALISATION', 'CLOSED'));`,
    );
    this.addSql(`alter table "budget_round" add constraint "budget_round_voting_times" check (voting_opens_at < voting_closes_at);`);
    this.addSql(
      `alter table "budget_round" add constraint "budget_round_settled" check ((phase in ('DRAFT', 'IDEAS', 'SCREENING', 'COSTING')) = (tie_seed is null) and (tie_seed is null or voting_opens_at is not null and voting_closes_at is not null));`,
    );
    this.addSql(`alter table "budget_area" add constraint "budget_area_money" check (budget_cents > 0);`);
    this.addSql(
      `alter table "budget_area" add constraint "budget_area_round_id_foreign" foreign key ("round_id") references "budget_round" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "budget_category" add constraint "budget_category_round_id_foreign" foreign key ("round_id") references "budget_round" ("id") on delete cascade;`,
    );
    for (const [table, holder, of, key] of [
      ['budget_round_measures', 'budget_round', 'measure', 'id'],
      ['budget_area_districts', 'budget_area', 'district', 'key'],
    ])
      for (const [column, other, its] of [
        [`${holder}_id`, holder, 'id'],
        [`${of}_${key}`, of, key],
      ])
        this.addSql(
          `alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "${other}" ("${its}") on update cascade on delete cascade;`,
        );
  }
}
