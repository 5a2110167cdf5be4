import { Migration } from '@mikro-orm/migrations';

/** What people are told of, by which ways, and the one log of what became of it; the two that were before go over into it. */
export class Notifications extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "push_browser" ("id" uuid not null, "endpoint_hash" text not null, "endpoint" text not null, "p256dh" text not null, "auth" text not null, "language" text not null, "agent" text not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "push_browser" add constraint "push_browser_once" unique ("endpoint_hash");`);
    this.addSql(`create table "mail_digest" ("id" uuid not null, "resident_id" uuid not null, "rhythm" text not null, primary key ("id"));`);
    this.addSql(`alter table "mail_digest" add constraint "mail_digest_once" unique ("resident_id");`);
    this.addSql(`create table "push_subscription" ("id" uuid not null, "browser_id" uuid not null, "resident_id" uuid null, "staff_id" uuid null, "subject_id" uuid null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "push_subscription_about" on "push_subscription" ("subject_id");`);
    this.addSql(`create index "push_subscription_of_resident" on "push_subscription" ("resident_id");`);
    this.addSql(`create index "push_subscription_of_staff" on "push_subscription" ("staff_id");`);
    this.addSql(`create unique index push_subscription_once on push_subscription (browser_id, coalesce(resident_id, staff_id, subject_id));`);
    this.addSql(`create table "notification_choice" ("id" uuid not null, "resident_id" uuid null, "staff_id" uuid null, "subject_id" uuid null, "kind" text not null, "channel" text not null, "wanted" boolean not null, primary key ("id"));`);
    this.addSql(`create unique index notification_choice_once on notification_choice (coalesce(resident_id, staff_id, subject_id), kind, channel);`);
    this.addSql(`create table "notification" ("id" uuid not null, "kind" text not null, "detail" text not null, "subject" text not null, "subject_id" uuid not null, "resident_id" uuid null, "staff_id" uuid null, "cause" uuid not null, "created_at" timestamptz(3) not null, "read_at" timestamptz(3) null, "listed" boolean not null, primary key ("id"));`);
    this.addSql(`create index "notification_about" on "notification" ("subject_id");`);
    this.addSql(`create index "notification_of_staff" on "notification" ("staff_id", "created_at", "id");`);
    this.addSql(`create index "notification_of_resident" on "notification" ("resident_id", "created_at", "id");`);
    this.addSql(`alter table "notification" add constraint "notification_once" unique ("cause");`);
    this.addSql(`create table "delivery" ("id" uuid not null, "notification_id" uuid not null, "kind" text not null, "channel" text not null, "target" uuid not null, "service" text null, "digest" boolean not null, "result" text not null, "attempts" int not null default 0, "created_at" timestamptz(3) not null, "next_at" timestamptz(3) null, "last_at" timestamptz(3) null, "why" text null, "stop_hash" text null, primary key ("id"));`);
    this.addSql(`create index delivery_due on delivery (next_at) where result = 'WAITING';`);
    this.addSql(`create index "delivery_newest_first" on "delivery" ("created_at", "id");`);
    this.addSql(`alter table "delivery" add constraint "delivery_stop_once" unique ("stop_hash");`);
    this.addSql(`alter table "delivery" add constraint "delivery_once" unique ("notification_id", "channel", "target");`);
    this.addSql(`alter table "feedback_answer" drop constraint "feedback_answer_mail_check";`);
    this.addSql(`alter table "feedback_answer" add constraint "feedback_answer_mail_check" check ("mail" in ('NONE', 'WAITING', 'SENT', 'FAILED'));`);
    this.addSql(`alter table "push_browser" add constraint "push_browser_language_check" check ("language" in ('fi', 'sv', 'en'));`);
    this.addSql(`alter table "mail_digest" add constraint "mail_digest_resident_id_foreign" foreign key ("resident_id") references "resident" ("id") on delete cascade;`);
    this.addSql(`alter table "mail_digest" add constraint "mail_digest_rhythm_check" check ("rhythm" in ('AT_ONCE', 'DAILY', 'WEEKLY'));`);
    this.addSql(`alter table "push_subscription" add constraint "push_subscription_browser_id_foreign" foreign key ("browser_id") references "push_browser" ("id") on delete cascade;`);
    this.addSql(`alter table "push_subscription" add constraint "push_subscription_resident_id_foreign" foreign key ("resident_id") references "resident" ("id") on delete cascade;`);
    this.addSql(`alter table "push_subscription" add constraint "push_subscription_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id") on delete cascade;`);
    this.addSql(`alter table "push_subscription" add constraint "push_subscription_of_one" check (num_nonnulls(resident_id, staff_id, subject_id) = 1);`);
    this.addSql(`alter table "notification_choice" add constraint "notification_choice_resident_id_foreign" foreign key ("resident_id") references "resident" ("id") on delete cascade;`);
    this.addSql(`alter table "notification_choice" add constraint "notification_choice_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id") on delete cascade;`);
    this.addSql(`alter table "notification_choice" add constraint "notification_choice_of_one" check (num_nonnulls(resident_id, staff_id, subject_id) = 1);`);
    this.addSql(`alter table "notification_choice" add constraint "notification_choice_kind_check" check ("kind" in ('ANSWER', 'STATE', 'EVENT', 'ASSIGNED', 'TEST'));`);
    this.addSql(`alter table "notification_choice" add constraint "notification_choice_channel_check" check ("channel" in ('APP', 'MAIL', 'PUSH'));`);
    this.addSql(`alter table "notification" add constraint "notification_resident_id_foreign" foreign key ("resident_id") references "resident" ("id") on delete cascade;`);
    this.addSql(`alter table "notification" add constraint "notification_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id") on delete cascade;`);
    this.addSql(`alter table "notification" add constraint "notification_kind_check" check ("kind" in ('ANSWER', 'STATE', 'EVENT', 'ASSIGNED', 'TEST'));`);
    this.addSql(`alter table "delivery" add constraint "delivery_notification_id_foreign" foreign key ("notification_id") references "notification" ("id") on delete cascade;`);
    this.addSql(`alter table "delivery" add constraint "delivery_kind_check" check ("kind" in ('ANSWER', 'STATE', 'EVENT', 'ASSIGNED', 'TEST'));`);
    this.addSql(`alter table "delivery" add constraint "delivery_channel_check" check ("channel" in ('APP', 'MAIL', 'PUSH'));`);
    this.addSql(`alter table "delivery" add constraint "delivery_result_check" check ("result" in ('WAITING', 'SENT', 'REFUSED', 'GONE', 'GIVEN_UP', 'WITHDRAWN'));`);

    // what was told of registrations, and which answers still wait to be mailed, goes into the one log; a notice was tried six times at the most
    this.addSql(`insert into notification (id, kind, detail, subject, subject_id, resident_id, cause, created_at, listed)
      select n.id, 'EVENT', n.kind, 'Registration', n.registration_id, r.resident_id, n.id, n.created_at, true from event_notice n join registration r on r.id = n.registration_id;`);
    this.addSql(`insert into delivery (id, notification_id, kind, channel, target, digest, result, attempts, created_at, next_at, last_at)
      select gen_random_uuid(), n.id, 'EVENT', 'MAIL', n.id, false, case when n.sent_at is not null then 'SENT' when n.tries >= 6 then 'GIVEN_UP' else 'WAITING' end,
      n.tries, n.created_at, case when n.sent_at is null and n.tries < 6 then n.created_at end, n.tried_at from event_notice n;`);
    this.addSql(`insert into notification (id, kind, detail, subject, subject_id, resident_id, cause, created_at, listed)
      select a.id, 'ANSWER', a.kind, 'Feedback', a.feedback_id, f.resident_id, a.id, a.answered_at, true from feedback_answer a join feedback f on f.id = a.feedback_id where a.mail = 'WAITING';`);
    this.addSql(`insert into delivery (id, notification_id, kind, channel, target, digest, result, created_at, next_at, last_at)
      select gen_random_uuid(), a.id, 'ANSWER', 'MAIL', a.id, false, 'WAITING', a.answered_at, a.answered_at, a.mail_tried_at from feedback_answer a where a.mail = 'WAITING';`);
    this.addSql(`drop table if exists "event_notice" cascade;`);
    this.addSql(`drop index "feedback_answer_waiting";`);
    this.addSql(`alter table "feedback_answer" drop column "mail_tried_at";`);
  }
}
