import { Migration } from '@mikro-orm/migrations';

/** Paper ballots, in bundles that two people enter. */
export class BudgetPaper extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "budget_paper_batch" ("id" uuid not null, "round_id" uuid not null, "area_id" uuid not null, "place" text not null, "sheets" int not null, "made_at" timestamptz(3) not null, "first_id" uuid null, "second_id" uuid null, "signed_at" timestamptz(3) null, "signed_by_id" uuid null, "sha256" text null, primary key ("id"));`);
    this.addSql(`create index "budget_paper_batch_of" on "budget_paper_batch" ("round_id", "made_at");`);

    this.addSql(`create table "budget_paper_sheet" ("id" uuid not null, "batch_id" uuid not null, "number" int not null, "hand" text not null, "verdict" text not null, "choices" jsonb not null, primary key ("id"));`);
    this.addSql(`alter table "budget_paper_sheet" add constraint "budget_paper_sheet_once" unique ("batch_id", "number", "hand");`);

    this.addSql(`alter table "budget_voter" drop constraint "budget_voter_channel_check";`);
    this.addSql(`alter table "budget_voter" add constraint "budget_voter_channel_check" check ("channel" in ('ONLINE', 'CODE', 'PAPER'));`);

    this.addSql(`alter table "budget_paper_batch" add constraint "budget_paper_batch_round_id_foreign" foreign key ("round_id") references "budget_round" ("id");`);
    this.addSql(`alter table "budget_paper_batch" add constraint "budget_paper_batch_area_id_foreign" foreign key ("area_id") references "budget_area" ("id");`);
    this.addSql(`alter table "budget_paper_batch" add constraint "budget_paper_batch_first_id_foreign" foreign key ("first_id") references "staff_member" ("id") on delete set null;`);
    this.addSql(`alter table "budget_paper_batch" add constraint "budget_paper_batch_second_id_foreign" foreign key ("second_id") references "staff_member" ("id") on delete set null;`);
    this.addSql(`alter table "budget_paper_batch" add constraint "budget_paper_batch_signed_by_id_foreign" foreign key ("signed_by_id") references "staff_member" ("id") on delete set null;`);

    this.addSql(`alter table "budget_paper_sheet" add constraint "budget_paper_sheet_batch_id_foreign" foreign key ("batch_id") references "budget_paper_batch" ("id") on delete cascade;`);
    this.addSql(`alter table "budget_paper_sheet" add constraint "budget_paper_sheet_hand_check" check ("hand" in ('FIRST', 'SECOND', 'SETTLED'));`);
    this.addSql(`alter table "budget_paper_sheet" add constraint "budget_paper_sheet_verdict_check" check ("verdict" in ('VOTE', 'BLANK', 'SPOILED'));`);
  }
}
