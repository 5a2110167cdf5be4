import { Migration } from '@mikro-orm/migrations';

/** The tables of the platform's nouns and of feedback. */
export class Tables extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "attachment" ("id" uuid not null, "capture_id" uuid not null, "device_id" uuid not null, "sha256" text not null, "total" int not null, "received" int not null default 0, "content" bytea not null default '', "completed_at" timestamptz(3) null, primary key ("id"));`);

    this.addSql(`create table "audit_line" ("id" bigserial primary key, "at" timestamptz not null default clock_timestamp(), "actor_kind" text not null, "actor_id" text null, "action" text not null, "subject" text not null, "subject_id" text null, "hash" text not null default '');`);

    this.addSql(`create table "device" ("id" uuid not null, "kind" text not null, "name" text not null, "public_key" jsonb not null, "enrolled_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "last_contact_at" timestamptz(3) null, "unsent" int not null default 0, "oldest_unsent_at" timestamptz(3) null, "app_version" text null, "persisted" boolean null, "storage_used" bigint null, "storage_quota" bigint null, primary key ("id"));`);

    this.addSql(`create table "device_epoch" ("epoch" uuid not null, "device_id" uuid not null, "made" int not null default 0, "received_through" int not null default 0, primary key ("epoch"));`);

    this.addSql(`create table "device_event" ("id" uuid not null, "epoch" uuid not null, "event_id" uuid not null, "made" int4multirange not null, primary key ("id"));`);
    this.addSql(`create index "device_event_event_id_index" on "device_event" ("event_id");`);
    this.addSql(`alter table "device_event" add constraint "device_event_once" unique ("epoch", "event_id");`);

    this.addSql(`create table "district" ("key" text not null, "name" jsonb not null, primary key ("key"));`);

    this.addSql(`create table "feedback_contact" ("id" uuid not null, "name" text not null, "email" text null, "phone" text null, "consent" text not null, "delete_on" date not null, primary key ("id"));`);

    this.addSql(`create table "inbox_conflict" ("id" uuid not null, "capture_id" uuid not null, "revision" int not null, "device_id" uuid not null, "sha256" text not null, "sealed" text not null, "received_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "inbox_conflict" add constraint "inbox_conflict_once" unique ("capture_id", "revision", "sha256");`);

    this.addSql(`create table "inbox_item" ("id" uuid not null, "capture_id" uuid not null, "revision" int not null, "device_id" uuid not null, "device_epoch" uuid not null, "sequence" int not null, "event_id" uuid null, "worker_id" uuid null, "captured_at" timestamptz(3) not null, "clock_offset_ms" double precision null, "received_at" timestamptz(3) not null, "state" text not null, "reason" text null, "reason_facts" text null, "operation" text null, "dismissal" text null, "receipt" text not null, "sha256" text not null, "sealed" text not null, primary key ("id"));`);
    this.addSql(`create index "inbox_item_event_id_index" on "inbox_item" ("event_id");`);
    this.addSql(`create index "inbox_item_receipt_index" on "inbox_item" ("receipt");`);
    this.addSql(`create index "inbox_item_by_state" on "inbox_item" ("state", "received_at", "id");`);
    this.addSql(`create index "inbox_item_of_device" on "inbox_item" ("device_id", "device_epoch", "sequence");`);
    this.addSql(`alter table "inbox_item" add constraint "inbox_item_once" unique ("capture_id", "revision");`);

    this.addSql(`create table "place" ("key" text not null, "name" jsonb not null, "kind" text not null, "district_key" text not null, primary key ("key"));`);

    this.addSql(`create table "event" ("id" uuid not null, "kind" text not null, "title" jsonb not null, "description" jsonb null, "place_key" text not null, "starts_at" timestamptz(3) not null, "ends_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "event_starts_at_id_index" on "event" ("starts_at", "id");`);

    this.addSql(`create table "plan" ("id" uuid not null, "title" jsonb not null, "from_year" int not null, "to_year" int not null, "replaces" jsonb null, primary key ("id"));`);

    this.addSql(`create table "measure" ("id" uuid not null, "plan_id" uuid not null, "number" int not null, "key" text not null, "title" jsonb not null, "purpose" jsonb not null, primary key ("id"));`);
    this.addSql(`alter table "measure" add constraint "measure_number_in_plan" unique ("plan_id", "number");`);

    this.addSql(`create table "event_measures" ("event_id" uuid not null, "measure_id" uuid not null, primary key ("event_id", "measure_id"));`);

    this.addSql(`create table "action" ("id" uuid not null, "measure_id" uuid not null, "key" text not null, "position" int not null, "text" jsonb not null, "schedule" jsonb not null, primary key ("id"));`);

    this.addSql(`create table "action_target" ("id" uuid not null, "action_id" uuid not null, "year" int not null, "metric" text not null, "value" int not null, primary key ("id"));`);
    this.addSql(`alter table "action_target" add constraint "action_target_once_a_year" unique ("action_id", "year", "metric");`);

    this.addSql(`create table "action_budget" ("id" uuid not null, "action_id" uuid not null, "year" int not null, "amount_cents" int not null, primary key ("id"));`);
    this.addSql(`alter table "action_budget" add constraint "action_budget_once_a_year" unique ("action_id", "year");`);

    this.addSql(`create table "server_epoch" ("one" int not null, "epoch" uuid not null, primary key ("one"));`);

    this.addSql(`create table "staff_member" ("id" uuid not null, "email" text not null, "display_name" text not null, "roles" text[] not null, "demo" boolean not null default false, primary key ("id"));`);
    this.addSql(`alter table "staff_member" add constraint "staff_email_once" unique ("email");`);

    this.addSql(`create table "sign_in_code" ("id" uuid not null, "staff_id" uuid not null, "hash" text not null, "expires_at" timestamptz not null, "tries" int not null default 0, primary key ("id"));`);

    this.addSql(`create table "session" ("hash" text not null, "staff_id" uuid not null, "created_at" timestamptz not null, "last_seen_at" timestamptz not null, primary key ("hash"));`);
    this.addSql(`create index "session_staff_id_index" on "session" ("staff_id");`);

    this.addSql(`create table "event_staffing" ("event_id" uuid not null, "staff_member_id" uuid not null, primary key ("event_id", "staff_member_id"));`);

    this.addSql(`create table "device_enrolment" ("hash" text not null, "name" text not null, "event_id" uuid null, "offered_by_id" uuid not null, "expires_at" timestamptz not null, "used_by" uuid null, primary key ("hash"));`);

    this.addSql(`create table "tally_question" ("id" uuid not null, "event_id" uuid not null, "text" jsonb not null, "options" jsonb not null, "position" int not null default 0, primary key ("id"));`);

    this.addSql(`create table "tally_tap" ("id" uuid not null, "question_id" uuid not null, "option" text not null, "undone" boolean not null default false, "captured_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "tally_tap_question_id_option_index" on "tally_tap" ("question_id", "option");`);

    this.addSql(`create table "topic" ("key" text not null, "name" jsonb not null, "icon" text not null, "position" int not null, primary key ("key"));`);

    this.addSql(`create table "unit" ("key" text not null, "name" jsonb not null, primary key ("key"));`);

    this.addSql(`create table "plan_governance" ("id" uuid not null, "plan_id" uuid not null, "step" text not null, "unit_key" text not null, "position" int not null, primary key ("id"));`);

    this.addSql(`create table "feedback" ("id" uuid not null, "revision" int not null, "words" text null, "mood" text null, "language" text not null, "channel" text not null, "headcount" int not null, "note" text null, "captured_at" timestamptz(3) not null, "received_at" timestamptz(3) not null, "receipt" text null, "event_id" uuid null, "device_id" uuid null, "worker_id" uuid null, "measure_id" uuid null, "unit_key" text null, "district_key" text null, "contact_id" uuid null, primary key ("id"));`);
    this.addSql(`alter table "feedback" add constraint "feedback_contact_id_unique" unique ("contact_id");`);
    this.addSql(`create index feedback_words_trigram on feedback using gin (words gin_trgm_ops);`);
    this.addSql(`create index feedback_words_finnish on feedback using gin (to_tsvector('finnish', coalesce(words, '') || ' ' || coalesce(note, '')));`);
    this.addSql(`create index "feedback_of_event" on "feedback" ("event_id", "captured_at", "id");`);
    this.addSql(`create index "feedback_newest_first" on "feedback" ("captured_at", "id");`);

    this.addSql(`create table "feedback_photo" ("id" uuid not null, "feedback_id" uuid not null, "position" int not null, "type" text not null, "bytes" int not null, "sha256" text not null, "key" text not null, primary key ("id"));`);

    this.addSql(`create table "feedback_topics" ("feedback_id" uuid not null, "topic_key" text not null, primary key ("feedback_id", "topic_key"));`);

    this.addSql(`create table "action_responsible" ("id" serial primary key, "action_id" uuid not null, "unit_key" text not null);`);

    this.addSql(`alter table "device" add constraint "device_kind_check" check ("kind" in ('TABLET', 'PUBLIC'));`);

    this.addSql(`alter table "device_epoch" add constraint "device_epoch_device_id_foreign" foreign key ("device_id") references "device" ("id");`);

    this.addSql(`alter table "device_event" add constraint "device_event_epoch_foreign" foreign key ("epoch") references "device_epoch" ("epoch");`);

    this.addSql(`alter table "inbox_conflict" add constraint "inbox_conflict_device_id_foreign" foreign key ("device_id") references "device" ("id");`);

    this.addSql(`alter table "inbox_item" add constraint "inbox_item_device_id_foreign" foreign key ("device_id") references "device" ("id");`);
    this.addSql(`alter table "inbox_item" add constraint "inbox_item_state_check" check ("state" in ('ACCEPTED', 'HELD', 'DISMISSED', 'SUPERSEDED', 'ERASED'));`);

    this.addSql(`alter table "place" add constraint "place_district_key_foreign" foreign key ("district_key") references "district" ("key");`);
    this.addSql(`alter table "place" add constraint "place_kind_check" check ("kind" in ('SQUARE', 'LIBRARY', 'SPORTS', 'SERVICE_POINT', 'CITY_HALL', 'SCHOOL', 'OTHER'));`);

    this.addSql(`alter table "event" add constraint "event_place_key_foreign" foreign key ("place_key") references "place" ("key");`);
    this.addSql(`alter table "event" add constraint "event_kind_check" check ("kind" in ('MARKET_SQUARE', 'OPEN_DOORS', 'INFORMATION', 'DISCUSSION', 'MORNING_COFFEE', 'VILLAGE_HEADS'));`);

    this.addSql(`alter table "measure" add constraint "measure_plan_id_foreign" foreign key ("plan_id") references "plan" ("id");`);

    this.addSql(`alter table "event_measures" add constraint "event_measures_event_id_foreign" foreign key ("event_id") references "event" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "event_measures" add constraint "event_measures_measure_id_foreign" foreign key ("measure_id") references "measure" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table "action" add constraint "action_measure_id_foreign" foreign key ("measure_id") references "measure" ("id");`);

    this.addSql(`alter table "action_target" add constraint "action_target_action_id_foreign" foreign key ("action_id") references "action" ("id");`);
    this.addSql(`alter table "action_target" add constraint "action_target_metric_check" check ("metric" in ('RESIDENTS'));`);

    this.addSql(`alter table "action_budget" add constraint "action_budget_action_id_foreign" foreign key ("action_id") references "action" ("id");`);

    this.addSql(`alter table "sign_in_code" add constraint "sign_in_code_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id");`);

    this.addSql(`alter table "session" add constraint "session_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id");`);

    this.addSql(`alter table "event_staffing" add constraint "event_staffing_event_id_foreign" foreign key ("event_id") references "event" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "event_staffing" add constraint "event_staffing_staff_member_id_foreign" foreign key ("staff_member_id") references "staff_member" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table "device_enrolment" add constraint "device_enrolment_offered_by_id_foreign" foreign key ("offered_by_id") references "staff_member" ("id");`);

    this.addSql(`alter table "tally_question" add constraint "tally_question_event_id_foreign" foreign key ("event_id") references "event" ("id");`);

    this.addSql(`alter table "tally_tap" add constraint "tally_tap_question_id_foreign" foreign key ("question_id") references "tally_question" ("id");`);

    this.addSql(`alter table "plan_governance" add constraint "plan_governance_plan_id_foreign" foreign key ("plan_id") references "plan" ("id");`);
    this.addSql(`alter table "plan_governance" add constraint "plan_governance_unit_key_foreign" foreign key ("unit_key") references "unit" ("key");`);
    this.addSql(`alter table "plan_governance" add constraint "plan_governance_step_check" check ("step" in ('PREPARE', 'ADOPT', 'IMPLEMENT'));`);

    this.addSql(`alter table "feedback" add constraint "feedback_event_id_foreign" foreign key ("event_id") references "event" ("id") on delete set null;`);
    this.addSql(`alter table "feedback" add constraint "feedback_device_id_foreign" foreign key ("device_id") references "device" ("id") on delete set null;`);
    this.addSql(`alter table "feedback" add constraint "feedback_worker_id_foreign" foreign key ("worker_id") references "staff_member" ("id") on delete set null;`);
    this.addSql(`alter table "feedback" add constraint "feedback_measure_id_foreign" foreign key ("measure_id") references "measure" ("id") on delete set null;`);
    this.addSql(`alter table "feedback" add constraint "feedback_unit_key_foreign" foreign key ("unit_key") references "unit" ("key") on delete set null;`);
    this.addSql(`alter table "feedback" add constraint "feedback_district_key_foreign" foreign key ("district_key") references "district" ("key") on delete set null;`);
    this.addSql(`alter table "feedback" add constraint "feedback_contact_id_foreign" foreign key ("contact_id") references "feedback_contact" ("id") on delete set null;`);
    this.addSql(`alter table "feedback" add constraint "feedback_mood_check" check ("mood" in ('ANGRY', 'DISAPPOINTED', 'NEUTRAL', 'HOPEFUL', 'HAPPY'));`);
    this.addSql(`alter table "feedback" add constraint "feedback_language_check" check ("language" in ('fi', 'sv', 'en', 'ru', 'uk', 'et', 'ar', 'other'));`);
    this.addSql(`alter table "feedback" add constraint "feedback_channel_check" check ("channel" in ('TALKED', 'WROTE_SELF', 'PHONE', 'PAPER', 'ONLINE'));`);

    this.addSql(`alter table "feedback_photo" add constraint "feedback_photo_feedback_id_foreign" foreign key ("feedback_id") references "feedback" ("id");`);

    this.addSql(`alter table "feedback_topics" add constraint "feedback_topics_feedback_id_foreign" foreign key ("feedback_id") references "feedback" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "feedback_topics" add constraint "feedback_topics_topic_key_foreign" foreign key ("topic_key") references "topic" ("key") on update cascade on delete cascade;`);

    this.addSql(`alter table "action_responsible" add constraint "action_responsible_action_id_foreign" foreign key ("action_id") references "action" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "action_responsible" add constraint "action_responsible_unit_key_foreign" foreign key ("unit_key") references "unit" ("key") on update cascade on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "device_epoch" drop constraint "device_epoch_device_id_foreign";`);
    this.addSql(`alter table "inbox_conflict" drop constraint "inbox_conflict_device_id_foreign";`);
    this.addSql(`alter table "inbox_item" drop constraint "inbox_item_device_id_foreign";`);
    this.addSql(`alter table "feedback" drop constraint "feedback_device_id_foreign";`);
    this.addSql(`alter table "device_event" drop constraint "device_event_epoch_foreign";`);
    this.addSql(`alter table "place" drop constraint "place_district_key_foreign";`);
    this.addSql(`alter table "feedback" drop constraint "feedback_district_key_foreign";`);
    this.addSql(`alter table "feedback" drop constraint "feedback_contact_id_foreign";`);
    this.addSql(`alter table "event" drop constraint "event_place_key_foreign";`);
    this.addSql(`alter table "event_measures" drop constraint "event_measures_event_id_foreign";`);
    this.addSql(`alter table "event_staffing" drop constraint "event_staffing_event_id_foreign";`);
    this.addSql(`alter table "tally_question" drop constraint "tally_question_event_id_foreign";`);
    this.addSql(`alter table "feedback" drop constraint "feedback_event_id_foreign";`);
    this.addSql(`alter table "measure" drop constraint "measure_plan_id_foreign";`);
    this.addSql(`alter table "plan_governance" drop constraint "plan_governance_plan_id_foreign";`);
    this.addSql(`alter table "event_measures" drop constraint "event_measures_measure_id_foreign";`);
    this.addSql(`alter table "action" drop constraint "action_measure_id_foreign";`);
    this.addSql(`alter table "feedback" drop constraint "feedback_measure_id_foreign";`);
    this.addSql(`alter table "action_target" drop constraint "action_target_action_id_foreign";`);
    this.addSql(`alter table "action_budget" drop constraint "action_budget_action_id_foreign";`);
    this.addSql(`alter table "action_responsible" drop constraint "action_responsible_action_id_foreign";`);
    this.addSql(`alter table "sign_in_code" drop constraint "sign_in_code_staff_id_foreign";`);
    this.addSql(`alter table "session" drop constraint "session_staff_id_foreign";`);
    this.addSql(`alter table "event_staffing" drop constraint "event_staffing_staff_member_id_foreign";`);
    this.addSql(`alter table "device_enrolment" drop constraint "device_enrolment_offered_by_id_foreign";`);
    this.addSql(`alter table "feedback" drop constraint "feedback_worker_id_foreign";`);
    this.addSql(`alter table "tally_tap" drop constraint "tally_tap_question_id_foreign";`);
    this.addSql(`alter table "feedback_topics" drop constraint "feedback_topics_topic_key_foreign";`);
    this.addSql(`alter table "plan_governance" drop constraint "plan_governance_unit_key_foreign";`);
    this.addSql(`alter table "feedback" drop constraint "feedback_unit_key_foreign";`);
    this.addSql(`alter table "action_responsible" drop constraint "action_responsible_unit_key_foreign";`);
    this.addSql(`alter table "feedback_photo" drop constraint "feedback_photo_feedback_id_foreign";`);
    this.addSql(`alter table "feedback_topics" drop constraint "feedback_topics_feedback_id_foreign";`);

    this.addSql(`drop table if exists "attachment" cascade;`);
    this.addSql(`drop table if exists "audit_line" cascade;`);
    this.addSql(`drop table if exists "device" cascade;`);
    this.addSql(`drop table if exists "device_epoch" cascade;`);
    this.addSql(`drop table if exists "device_event" cascade;`);
    this.addSql(`drop table if exists "district" cascade;`);
    this.addSql(`drop table if exists "feedback_contact" cascade;`);
    this.addSql(`drop table if exists "inbox_conflict" cascade;`);
    this.addSql(`drop table if exists "inbox_item" cascade;`);
    this.addSql(`drop table if exists "place" cascade;`);
    this.addSql(`drop table if exists "event" cascade;`);
    this.addSql(`drop table if exists "plan" cascade;`);
    this.addSql(`drop table if exists "measure" cascade;`);
    this.addSql(`drop table if exists "event_measures" cascade;`);
    this.addSql(`drop table if exists "action" cascade;`);
    this.addSql(`drop table if exists "action_target" cascade;`);
    this.addSql(`drop table if exists "action_budget" cascade;`);
    this.addSql(`drop table if exists "server_epoch" cascade;`);
    this.addSql(`drop table if exists "staff_member" cascade;`);
    this.addSql(`drop table if exists "sign_in_code" cascade;`);
    this.addSql(`drop table if exists "session" cascade;`);
    this.addSql(`drop table if exists "event_staffing" cascade;`);
    this.addSql(`drop table if exists "device_enrolment" cascade;`);
    this.addSql(`drop table if exists "tally_question" cascade;`);
    this.addSql(`drop table if exists "tally_tap" cascade;`);
    this.addSql(`drop table if exists "topic" cascade;`);
    this.addSql(`drop table if exists "unit" cascade;`);
    this.addSql(`drop table if exists "plan_governance" cascade;`);
    this.addSql(`drop table if exists "feedback" cascade;`);
    this.addSql(`drop table if exists "feedback_photo" cascade;`);
    this.addSql(`drop table if exists "feedback_topics" cascade;`);
    this.addSql(`drop table if exists "action_responsible" cascade;`);
  }

}
