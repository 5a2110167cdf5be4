import { Migration } from '@mikro-orm/migrations';

/** What tablets check workers' PINs with. */
export class StaffPins extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "staff_pin" ("staff_id" uuid not null, "salt" text not null, "iterations" int not null, "hash" text not null, "set_at" timestamptz(3) not null, primary key ("staff_id"));`);

    this.addSql(`alter table "staff_pin" add constraint "staff_pin_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id") on update cascade on delete cascade;`);
  }
}
