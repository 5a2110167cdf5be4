import { Migration } from '@mikro-orm/migrations';

/** Pictures of projects, and the events at which residents help with them. */
export class BudgetHelp extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "budget_project_pictures" ("budget_project_id" uuid not null, "picture_id" uuid not null, primary key ("budget_project_id", "picture_id"));`);

    this.addSql(`create table "budget_project_events" ("budget_project_id" uuid not null, "event_id" uuid not null, primary key ("budget_project_id", "event_id"));`);

    this.addSql(`alter table "budget_project_pictures" add constraint "budget_project_pictures_budget_project_id_foreign" foreign key ("budget_project_id") references "budget_project" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "budget_project_pictures" add constraint "budget_project_pictures_picture_id_foreign" foreign key ("picture_id") references "picture" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table "budget_project_events" add constraint "budget_project_events_budget_project_id_foreign" foreign key ("budget_project_id") references "budget_project" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "budget_project_events" add constraint "budget_project_events_event_id_foreign" foreign key ("event_id") references "event" ("id") on update cascade on delete cascade;`);
  }
}
