import { Migration } from '@mikro-orm/migrations';

/** What residents can do with what they said. */
export class Residents extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "feedback" add "resident_id" uuid null;`);
    this.addSql(`alter table "feedback" add constraint "feedback_resident_id_foreign" foreign key ("resident_id") references "resident" ("id") on delete set null;`);
    this.addSql(`create index "feedback_of_resident" on "feedback" ("resident_id", "captured_at", "id");`);
  }
}
