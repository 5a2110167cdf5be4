import { Migration } from '@mikro-orm/migrations';

/** The units' own participation plans with their steps. */
export class ParticipationPlans extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "participation" ("id" uuid not null, "state" text not null default 'DRAFT', "revision" int not null default 1, "unit_key" text not null, "title" jsonb not null, "changes" jsonb null, "affected" jsonb null, "answers" jsonb null, "outcome" jsonb null, "created_at" timestamptz(3) not null, "published_at" timestamptz(3) null, "ended_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "participation_newest_first" on "participation" ("created_at", "id");`);
    this.addSql(`create table "participation_step" ("id" uuid not null, "participation_id" uuid not null, "position" int not null, "starts_on" date null, "ends_on" date null, "words" jsonb not null, "event_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "participation_step_of" on "participation_step" ("participation_id", "position");`);
    this.addSql(`create table "participation_measures" ("participation_id" uuid not null, "measure_id" uuid not null, primary key ("participation_id", "measure_id"));`);
    this.addSql(`alter table "participation" add constraint "participation_unit_key_foreign" foreign key ("unit_key") references "unit" ("key");`);
    this.addSql(`alter table "participation" add constraint "participation_whole" check (state = 'DRAFT' or changes is not null and affected is not null and answers is not null and (state = 'PUBLISHED' or outcome is not null));`);
    this.addSql(`alter table "participation" add constraint "participation_state_check" check ("state" in ('DRAFT', 'PUBLISHED', 'ENDED'));`);
    this.addSql(`alter table "participation_step" add constraint "participation_step_participation_id_foreign" foreign key ("participation_id") references "participation" ("id") on delete cascade;`);
    this.addSql(`alter table "participation_step" add constraint "participation_step_event_id_foreign" foreign key ("event_id") references "event" ("id") on delete set null;`);
    this.addSql(`alter table "participation_step" add constraint "participation_step_days" check (ends_on is null or starts_on <= ends_on);`);
    this.addSql(`alter table "participation_measures" add constraint "participation_measures_participation_id_foreign" foreign key ("participation_id") references "participation" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "participation_measures" add constraint "participation_measures_measure_id_foreign" foreign key ("measure_id") references "measure" ("id") on update cascade on delete cascade;`);
  }
}
