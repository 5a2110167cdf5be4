import { Migration } from '@mikro-orm/migrations';

/** Votes at the square, and why some of them count for nothing. */
export class BudgetTablets extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "budget_turned_away" ("id" uuid not null, "round_id" uuid not null, "why" text not null, "ballots" int not null, primary key ("id"));`);
    this.addSql(`alter table "budget_turned_away" add constraint "budget_turned_away_once" unique ("round_id", "why");`);

    this.addSql(`alter table "budget_round" add "grace_hours" int not null default 0;`);

    this.addSql(`alter table "budget_voter" drop constraint "budget_voter_channel_check";`);
    this.addSql(`alter table "budget_voter" add constraint "budget_voter_channel_check" check ("channel" in ('ONLINE', 'CODE', 'TABLET', 'PAPER'));`);

    this.addSql(`alter table "budget_turned_away" add constraint "budget_turned_away_round_id_foreign" foreign key ("round_id") references "budget_round" ("id");`);
    this.addSql(`alter table "budget_turned_away" add constraint "budget_turned_away_number" check (ballots > 0);`);
    this.addSql(`alter table "budget_turned_away" add constraint "budget_turned_away_why_check" check ("why" in ('OTHER_WAY', 'UNIDENTIFIED', 'ELSEWHERE', 'TOO_YOUNG', 'TOO_OLD', 'NO_SUCH_CODE', 'CODE_VOID', 'SECOND', 'OUT_OF_TIME', 'NOT_WHOLE'));`);
  }
}
