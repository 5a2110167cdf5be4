import { Migration } from '@mikro-orm/migrations';

/** What units report of the plan's actions, and counting what was said of a measure. */
export class PlanReports extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "action_report" ("id" uuid not null, "action_id" uuid not null, "day" date not null, "words" jsonb not null, "state" text null, "firm" boolean not null, "reported_at" timestamptz(3) not null, "reported_by_id" uuid not null, "withdrawn_at" timestamptz(3) null, "withdrawal_reason" text null, "withdrawn_by_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "action_report_of" on "action_report" ("action_id", "day", "reported_at", "id");`);
    this.addSql(`alter table "action" add "reported" jsonb null;`);
    this.addSql(`create index "feedback_of_measure" on "feedback" ("measure_id", "captured_at");`);
    this.addSql(`alter table "action_report" add constraint "action_report_action_id_foreign" foreign key ("action_id") references "action" ("id");`);
    this.addSql(`alter table "action_report" add constraint "action_report_reported_by_id_foreign" foreign key ("reported_by_id") references "staff_member" ("id");`);
    this.addSql(`alter table "action_report" add constraint "action_report_withdrawn_by_id_foreign" foreign key ("withdrawn_by_id") references "staff_member" ("id") on delete set null;`);
    this.addSql(`alter table "action_report" add constraint "action_report_state_check" check ("state" in ('PLANNED', 'RUNNING', 'LATE', 'DONE'));`);
    this.addSql(`alter table "action_report" add constraint "action_report_withdrawal_reason_check" check ("withdrawal_reason" in ('MISTAKE', 'OTHER_ACTION', 'PERSONAL_DATA'));`);
  }
}
