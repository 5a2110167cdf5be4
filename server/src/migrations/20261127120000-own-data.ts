import { Migration } from '@mikro-orm/migrations';

/** Looks for another reason and for a unit, consents, and addresses that were taken back. */
export class OwnData extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "view_line" drop constraint "view_line_data_check";`);
    this.addSql(`alter table "view_line" drop constraint "view_line_reason_check";`);
    this.addSql(`alter table "view_line" add "unit_key" text null, add "words" text null;`);
    this.addSql(`alter table "view_line" add constraint "view_line_unit_key_foreign" foreign key ("unit_key") references "unit" ("key") on delete no action;`);
    this.addSql(`alter table "view_line" add constraint "view_line_told" check (reason <> 'OTHER' or words is not null);`);
    this.addSql(`alter table "view_line" add constraint "view_line_data_check" check ("data" in ('CONTACT', 'CAPTURE'));`);
    this.addSql(`alter table "view_line" add constraint "view_line_reason_check" check ("reason" in ('ANSWER', 'CLARIFY', 'RESIDENT_ASKED', 'OVERSIGHT', 'OTHER'));`);

    this.addSql(`alter table "feedback" add "contact_withdrawn_at" timestamptz(3) null;`);

    this.addSql(`create table "consent" ("id" uuid not null, "resident_id" uuid not null, "purpose" text not null, "subject_id" uuid not null, "text" text not null, "given_at" timestamptz(3) not null, "until" date null, "withdrawn_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "consent_resident_id_index" on "consent" ("resident_id");`);
    this.addSql(`create index "consent_of" on "consent" ("purpose", "subject_id");`);
    this.addSql(`alter table "consent" add constraint "consent_resident_id_foreign" foreign key ("resident_id") references "resident" ("id") on delete cascade;`);
    this.addSql(`alter table "consent" add constraint "consent_purpose_check" check ("purpose" in ('ANSWER'));`);
  }
}
