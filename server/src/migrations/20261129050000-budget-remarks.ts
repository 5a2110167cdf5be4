import { Migration } from '@mikro-orm/migrations';

/** What officers note about ideas. */
export class BudgetRemarks extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "budget_remark" ("id" uuid not null, "idea_id" uuid not null, "words" text not null, "at" timestamptz(3) not null, "by_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "budget_remark_of" on "budget_remark" ("idea_id", "at", "id");`);

    this.addSql(`alter table "budget_remark" add constraint "budget_remark_idea_id_foreign" foreign key ("idea_id") references "budget_idea" ("id") on delete cascade;`);
    this.addSql(`alter table "budget_remark" add constraint "budget_remark_by_id_foreign" foreign key ("by_id") references "staff_member" ("id");`);
  }
}
