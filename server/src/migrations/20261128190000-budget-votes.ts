import { Migration } from '@mikro-orm/migrations';

/** Votes: the right to vote, and the ballots, in two tables that nothing joins. */
export class BudgetVotes extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "budget_voter" ("id" uuid not null, "round_id" uuid not null, "person" text not null, "channel" text not null, primary key ("id"));`);
    this.addSql(`alter table "budget_voter" add constraint "budget_voter_once" unique ("round_id", "person");`);

    this.addSql(`create table "budget_ballot" ("id" uuid not null, "round_id" uuid not null, "area_id" uuid not null, "choices" jsonb not null, "receipt_hash" text not null, primary key ("id"));`);
    this.addSql(`create index "budget_ballot_of" on "budget_ballot" ("round_id", "id");`);
    this.addSql(`alter table "budget_ballot" add constraint "budget_ballot_once" unique ("receipt_hash");`);

    this.addSql(`alter table "budget_voter" add constraint "budget_voter_round_id_foreign" foreign key ("round_id") references "budget_round" ("id");`);
    this.addSql(`alter table "budget_voter" add constraint "budget_voter_channel_check" check ("channel" in ('ONLINE'));`);

    this.addSql(`alter table "budget_ballot" add constraint "budget_ballot_round_id_foreign" foreign key ("round_id") references "budget_round" ("id");`);
    this.addSql(`alter table "budget_ballot" add constraint "budget_ballot_area_id_foreign" foreign key ("area_id") references "budget_area" ("id");`);
  }
}
