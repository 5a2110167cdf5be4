import { Migration } from '@mikro-orm/migrations';

/** How far the city is with a piece of feedback, who takes care of it until when, and what colleagues note. */
export class Handling extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "answer_promise" ("id" uuid not null, "unit_key" text null, "days" int not null, primary key ("id"));`);
    this.addSql(`create unique index answer_promise_once on answer_promise (coalesce(unit_key, ''));`);
    this.addSql(`alter table "answer_promise" add constraint "answer_promise_unit_key_foreign" foreign key ("unit_key") references "unit" ("key") on delete cascade;`);

    this.addSql(`alter table "feedback" add "state" text not null default 'RECEIVED', add "due_on" date null, add "priority" text not null default 'NORMAL', add "assignee_id" uuid null, add "sorted_by_id" uuid null, add "sorted_at" timestamptz(3) null;`);
    this.addSql(`create index "feedback_assignee_id_index" on "feedback" ("assignee_id");`);
    this.addSql(`alter table "feedback" add constraint "feedback_assignee_id_foreign" foreign key ("assignee_id") references "staff_member" ("id") on delete set null;`);
    this.addSql(`alter table "feedback" add constraint "feedback_sorted_by_id_foreign" foreign key ("sorted_by_id") references "staff_member" ("id") on delete set null;`);
    this.addSql(`alter table "feedback" add constraint "feedback_state_check" check ("state" in ('RECEIVED', 'READ', 'IN_PROGRESS', 'ANSWERED', 'CHANGED', 'REOPENED'));`);
    this.addSql(`alter table "feedback" add constraint "feedback_priority_check" check ("priority" in ('LOW', 'NORMAL', 'HIGH'));`);

    this.addSql(`create table "feedback_step" ("id" uuid not null, "feedback_id" uuid not null, "state" text not null, "at" timestamptz(3) not null, "unit_key" text null, "by_id" uuid null, "words" text null, primary key ("id"));`);
    this.addSql(`create index "feedback_step_of" on "feedback_step" ("feedback_id", "at", "id");`);
    this.addSql(`alter table "feedback_step" add constraint "feedback_step_feedback_id_foreign" foreign key ("feedback_id") references "feedback" ("id") on delete cascade;`);
    this.addSql(`alter table "feedback_step" add constraint "feedback_step_unit_key_foreign" foreign key ("unit_key") references "unit" ("key") on delete set null;`);
    this.addSql(`alter table "feedback_step" add constraint "feedback_step_by_id_foreign" foreign key ("by_id") references "staff_member" ("id") on delete set null;`);
    this.addSql(`alter table "feedback_step" add constraint "feedback_step_state_check" check ("state" in ('RECEIVED', 'READ', 'IN_PROGRESS', 'ANSWERED', 'CHANGED', 'REOPENED'));`);

    this.addSql(`create table "feedback_remark" ("id" uuid not null, "feedback_id" uuid not null, "words" text not null, "at" timestamptz(3) not null, "by_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "feedback_remark_of" on "feedback_remark" ("feedback_id", "at", "id");`);
    this.addSql(`alter table "feedback_remark" add constraint "feedback_remark_feedback_id_foreign" foreign key ("feedback_id") references "feedback" ("id") on delete cascade;`);
    this.addSql(`alter table "feedback_remark" add constraint "feedback_remark_by_id_foreign" foreign key ("by_id") references "staff_member" ("id");`);

    this.addSql(`alter table "feedback_answer" add "kind" text not null default 'ANSWER', add "measure_id" uuid null, add "event_id" uuid null;`);
    this.addSql(`alter table "feedback_answer" add constraint "feedback_answer_measure_id_foreign" foreign key ("measure_id") references "measure" ("id") on delete set null;`);
    this.addSql(`alter table "feedback_answer" add constraint "feedback_answer_event_id_foreign" foreign key ("event_id") references "event" ("id") on delete set null;`);
    this.addSql(`alter table "feedback_answer" add constraint "feedback_answer_kind_check" check ("kind" in ('ANSWER', 'CHANGE'));`);

    // a city that answered before it told of states: each answer is the step that it was
    this.addSql(`insert into answer_promise (id, days) select gen_random_uuid(), 14 where exists (select from plan);`);
    this.addSql(`insert into feedback_step (id, feedback_id, state, at, unit_key, by_id) select distinct on (feedback_id) id, feedback_id, 'ANSWERED', answered_at, unit_key, answered_by_id from feedback_answer order by feedback_id, answered_at;`);
    this.addSql(`update feedback set state = 'ANSWERED' where exists (select from feedback_answer a where a.feedback_id = feedback.id);`);
    this.addSql(`update feedback set due_on = (received_at at time zone 'Europe/Helsinki')::date + 14 where contact_id is not null;`);
    this.addSql(`create index feedback_open on feedback (captured_at, id) where state not in ('ANSWERED', 'CHANGED');`);
  }
}
