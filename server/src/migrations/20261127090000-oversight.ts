import { Migration } from '@mikro-orm/migrations';

/** What keeps the city honest: the audit log's lines can be read in one way only, and what is kept of people has a date. */
export class Oversight extends Migration {
  override up(): void {
    // for lines from now on; those before are judged by `audit:verify` as well
    this.addSql(`alter table "audit_line" add constraint "audit_line_plain" check (concat(actor_kind, actor_id, action, subject, subject_id) not like '%|%' and actor_id <> '' and subject_id <> '') not valid;`);

    this.addSql(`alter table "inbox_item" add "settled_at" timestamptz(3) null;`);
    // when the older ones were settled nobody wrote down; it was hardly ever later than when they came
    this.addSql(`update "inbox_item" set "settled_at" = "received_at" where "state" <> 'HELD';`);
    this.addSql(`create index inbox_item_sealed on inbox_item (settled_at) where sealed <> '';`);
    this.addSql(`alter table "attachment" add "begun_at" timestamptz(3) not null default now();`);

    this.addSql(`create table "retention_run" ("id" uuid not null, "started_at" timestamptz(3) not null, "ended_at" timestamptz(3) not null, "went" jsonb not null, "failed" text[] not null, primary key ("id"));`);
    this.addSql(`create index "retention_run_newest" on "retention_run" ("started_at", "id");`);
  }

  override down(): void {
    this.addSql(`drop table if exists "retention_run" cascade;`);
    this.addSql(`alter table "attachment" drop column "begun_at";`);
    this.addSql(`drop index "inbox_item_sealed";`);
    this.addSql(`alter table "inbox_item" drop column "settled_at";`);
    this.addSql(`alter table "audit_line" drop constraint "audit_line_plain";`);
  }
}
