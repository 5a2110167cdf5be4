import { Migration } from '@mikro-orm/migrations';

/** What the city must tell people: its notices, who supervises it, and what people told of barriers. */
export class Notices extends Migration {

  override up(): void | Promise<void> {
    this.addSql(`create table "notice" ("purpose" text not null, "position" int not null, "version" int not null, "title" jsonb not null, "text" jsonb not null, "published_at" timestamptz(3) not null, primary key ("purpose"));`);

    this.addSql(`create table "notice_version" ("id" uuid not null, "purpose" text not null, "version" int not null, "title" jsonb not null, "text" jsonb not null, "published_at" timestamptz(3) not null, "published_by_id" uuid null, primary key ("id"));`);
    this.addSql(`alter table "notice_version" add constraint "notice_version_once" unique ("purpose", "version");`);

    this.addSql(`create table "barrier" ("id" uuid not null, "words" text not null, "email" text null, "language" text not null, "received_at" timestamptz(3) not null, "due_on" date not null, "answer" text null, "answered_at" timestamptz(3) null, "answered_by_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "barrier_by_due" on "barrier" ("due_on", "id");`);

    this.addSql(`create table "supervisor" ("one" int not null, "name" jsonb not null, "website" jsonb not null, "email" text not null, "phone" text not null, primary key ("one"));`);

    this.addSql(`alter table "notice" add constraint "notice_purpose_check" check ("purpose" in ('FEEDBACK', 'DEVICES', 'STAFF', 'ACCOUNTS', 'ACCESSIBILITY'));`);

    this.addSql(`alter table "notice_version" add constraint "notice_version_purpose_foreign" foreign key ("purpose") references "notice" ("purpose");`);
    this.addSql(`alter table "notice_version" add constraint "notice_version_published_by_id_foreign" foreign key ("published_by_id") references "staff_member" ("id") on delete set null;`);

    this.addSql(`alter table "barrier" add constraint "barrier_answered_by_id_foreign" foreign key ("answered_by_id") references "staff_member" ("id") on delete set null;`);
    this.addSql(`alter table "barrier" add constraint "barrier_language_check" check ("language" in ('fi', 'sv', 'en'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "notice_version" drop constraint "notice_version_purpose_foreign";`);

    this.addSql(`drop table if exists "notice" cascade;`);
    this.addSql(`drop table if exists "notice_version" cascade;`);
    this.addSql(`drop table if exists "barrier" cascade;`);
    this.addSql(`drop table if exists "supervisor" cascade;`);
  }

}
