import { Migration } from '@mikro-orm/migrations';

/** Questions to the API that staff keep and share. */
export class SavedQueries extends Migration {
  override up(): void | Promise<void> {
    this.addSql(
      `create table "saved_query" ("id" uuid not null, "revision" int not null, "name" text not null, "description" text not null, "query" text not null, "variables" text not null, "shared" boolean not null, "changed_at" timestamptz(3) not null, "owner_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`alter table "saved_query" add constraint "saved_query_owner_id_foreign" foreign key ("owner_id") references "staff_member" ("id");`);
  }
}
