import { Migration } from '@mikro-orm/migrations';

/** Who comes to an event, who waits for a place, and what they are told. */
export class Registrations extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "event" add column "registration_opens_at" timestamptz(3) null, add column "registration_closes_at" timestamptz(3) null, add column "capacity" int null, add column "seats_taken" int not null default 0, add column "seats_waited" int not null default 0, add column "attended" int not null default 0;`);
    this.addSql(`alter table "event" add constraint "event_registration_terms" check ((registration_opens_at is null) = (registration_closes_at is null) and registration_opens_at < registration_closes_at);`);
    this.addSql(`alter table "event" add constraint "event_within_capacity" check (seats_taken <= capacity);`);

    this.addSql(`create table "registration" ("id" uuid not null, "code" text not null, "event_id" uuid not null, "resident_id" uuid null, "name" text not null, "email" text null, "phone" text null, "party_size" int not null, "needs" text null, "language" text not null, "state" text not null, "registered_at" timestamptz(3) not null, "checked_in_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`alter table "registration" add constraint "registration_code_once" unique ("code");`);
    this.addSql(`create index "registration_of_event" on "registration" ("event_id", "registered_at", "id");`);
    this.addSql(`create unique index registration_once on registration (resident_id, event_id) where state <> 'CANCELLED';`);
    this.addSql(`alter table "registration" add constraint "registration_party" check (party_size between 1 and 20);`);
    this.addSql(`alter table "registration" add constraint "registration_event_id_foreign" foreign key ("event_id") references "event" ("id");`);
    this.addSql(`alter table "registration" add constraint "registration_resident_id_foreign" foreign key ("resident_id") references "resident" ("id") on delete set null;`);
    this.addSql(`alter table "registration" add constraint "registration_language_check" check ("language" in ('fi', 'sv', 'en'));`);
    this.addSql(`alter table "registration" add constraint "registration_state_check" check ("state" in ('ATTENDING', 'WAITLIST', 'CHECKED_IN', 'CANCELLED'));`);

    this.addSql(`create table "event_notice" ("id" uuid not null, "registration_id" uuid not null, "kind" text not null, "created_at" timestamptz(3) not null, "tries" int not null default 0, "tried_at" timestamptz(3) null, "sent_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "event_notice_of" on "event_notice" ("registration_id");`);
    this.addSql(`create index event_notice_waiting on event_notice (created_at) where sent_at is null;`);
    this.addSql(`alter table "event_notice" add constraint "event_notice_registration_id_foreign" foreign key ("registration_id") references "registration" ("id") on delete cascade;`);
    this.addSql(`alter table "event_notice" add constraint "event_notice_kind_check" check ("kind" in ('REGISTERED', 'PLACE_FREE'));`);

    this.addSql(`alter table "notice" drop constraint "notice_purpose_check";`);
    this.addSql(`alter table "notice" add constraint "notice_purpose_check" check ("purpose" in ('FEEDBACK', 'DEVICES', 'STAFF', 'ACCOUNTS', 'EVENTS', 'ACCESSIBILITY'));`);

    this.addSql(`alter table "view_line" drop constraint "view_line_data_check";`);
    this.addSql(`alter table "view_line" add constraint "view_line_data_check" check ("data" in ('CONTACT', 'CAPTURE', 'REGISTRATION'));`);
    this.addSql(`alter table "view_line" drop constraint "view_line_reason_check";`);
    this.addSql(`alter table "view_line" add constraint "view_line_reason_check" check ("reason" in ('ANSWER', 'CLARIFY', 'RESIDENT_ASKED', 'OVERSIGHT', 'EVENT', 'OTHER'));`);
  }
}
