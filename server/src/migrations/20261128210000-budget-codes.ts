import { Migration } from '@mikro-orm/migrations';

/** Printed codes, each a right to vote: the city has their hashes. */
export class BudgetCodes extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "budget_code_batch" ("id" uuid not null, "round_id" uuid not null, "place" text not null, "made_at" timestamptz(3) not null, "voided_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "budget_code_batch_of" on "budget_code_batch" ("round_id", "made_at");`);

    this.addSql(`create table "budget_code" ("hash" text not null, "batch_id" uuid not null, primary key ("hash"));`);
    this.addSql(`create index "budget_code_of" on "budget_code" ("batch_id");`);

    this.addSql(`alter table "budget_voter" drop constraint "budget_voter_channel_check";`);
    this.addSql(`alter table "budget_voter" add constraint "budget_voter_channel_check" check ("channel" in ('ONLINE', 'CODE'));`);

    this.addSql(`alter table "budget_code_batch" add constraint "budget_code_batch_round_id_foreign" foreign key ("round_id") references "budget_round" ("id");`);

    this.addSql(`alter table "budget_code" add constraint "budget_code_batch_id_foreign" foreign key ("batch_id") references "budget_code_batch" ("id");`);
  }
}
