import { Migration } from '@mikro-orm/migrations';

/** What tablets are for, at which event, and that they have done their work. */
export class TabletRoles extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "device" add "role" text null, add "enrolled_for" uuid null, add "retired_at" timestamptz(3) null;`);
    this.addSql(`alter table "device" add constraint "device_enrolled_for_foreign" foreign key ("enrolled_for") references "event" ("id") on delete set null;`);
    this.addSql(`alter table "device" add constraint "device_role_check" check ("role" in ('FIELD', 'KIOSK'));`);
    this.addSql(`update "device" set "role" = 'FIELD' where "kind" = 'TABLET';`);
    this.addSql(`alter table "device_enrolment" add "role" text not null default 'FIELD';`);
    this.addSql(`alter table "device_enrolment" add constraint "device_enrolment_role_check" check ("role" in ('FIELD', 'KIOSK'));`);
  }
}
