import { Migration } from '@mikro-orm/migrations';

/** The plan has versions: drafts, the one in force, and those that it replaced. */
export class PlanVersions extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "plan" add "state" text not null default 'REPLACED', add "decided_on" date null, add "section" text null, add "minutes_url" text null, add "based_on_id" uuid null;`);
    // until now the newest was the one in force
    this.addSql(`update "plan" set "state" = 'IN_FORCE' where "id" = (select "id" from "plan" order by "from_year" desc, "id" desc limit 1);`);
    this.addSql(`alter table "plan" alter column "state" drop default;`);
    this.addSql(`create unique index plan_one_in_force on plan (state) where state = 'IN_FORCE';`);
    this.addSql(`alter table "plan" add constraint "plan_based_on_id_foreign" foreign key ("based_on_id") references "plan" ("id") on delete set null;`);
    this.addSql(`alter table "plan" add constraint "plan_state_check" check ("state" in ('DRAFT', 'IN_FORCE', 'REPLACED'));`);
    this.addSql(`alter table "measure" add "revision" int not null default 0;`);
  }
}
