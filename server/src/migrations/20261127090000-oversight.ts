import { Migration } from '@mikro-orm/migrations';

/** What keeps the city honest. */
export class Oversight extends Migration {
  override up(): void {
    // for lines from now on: what stands in the log is judged by `audit:verify`
    this.addSql(`alter table "audit_line" add constraint "audit_line_plain" check (concat(actor_kind, actor_id, action, subject, subject_id) not like '%|%' and actor_id <> '' and subject_id <> '') not valid;`);
  }

  override down(): void {
    this.addSql(`alter table "audit_line" drop constraint "audit_line_plain";`);
  }
}
