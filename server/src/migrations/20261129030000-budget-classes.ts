import { Migration } from '@mikro-orm/migrations';

/** Classes at school that vote. */
export class BudgetClasses extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "budget_voter" drop constraint "budget_voter_channel_check";`);
    this.addSql(`alter table "budget_voter" add constraint "budget_voter_channel_check" check ("channel" in ('ONLINE', 'CODE', 'CLASS', 'TABLET', 'PAPER'));`);

    this.addSql(`alter table "budget_turned_away" drop constraint "budget_turned_away_why_check";`);
    this.addSql(`alter table "budget_turned_away" add constraint "budget_turned_away_why_check" check ("why" in ('OTHER_WAY', 'UNIDENTIFIED', 'ELSEWHERE', 'TOO_YOUNG', 'TOO_OLD', 'NO_SUCH_CODE', 'CODE_VOID', 'CLASS_CLOSED', 'SECOND', 'OUT_OF_TIME', 'NOT_WHOLE'));`);

    this.addSql(`alter table "budget_code_batch" add "teacher_hash" text null, add "pupils_hash" text null, add "open_until" timestamptz(3) null;`);
    this.addSql(`alter table "budget_code_batch" add constraint "budget_code_batch_pupils" unique ("pupils_hash");`);
    this.addSql(`alter table "budget_code_batch" add constraint "budget_code_batch_teacher" unique ("teacher_hash");`);
    this.addSql(`alter table "budget_code_batch" add constraint "budget_code_batch_class" check ((teacher_hash is null) = (pupils_hash is null) and (open_until is null or teacher_hash is not null));`);
  }
}
