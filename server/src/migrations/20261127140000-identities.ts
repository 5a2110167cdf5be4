import { Migration } from '@mikro-orm/migrations';

/** Who residents are by strong identification, and for which account and in which language somebody left for it. */
export class Identities extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "identity" ("id" uuid not null, "resident_id" uuid not null, "person_hash" text not null, "name" text not null, "birth_date" date not null, "home_municipality" text null, "verified_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "identity" add constraint "identity_once" unique ("person_hash");`);
    this.addSql(`alter table "identity" add constraint "identity_of_one" unique ("resident_id");`);

    // what is on its way is over in ten minutes, and may be begun again
    this.addSql(`delete from "pending_sign_in";`);
    this.addSql(`alter table "pending_sign_in" add "account_id" uuid null, add "locale" text not null;`);
    this.addSql(`alter table "pending_sign_in" add constraint "pending_sign_in_locale_check" check ("locale" in ('fi', 'sv', 'en'));`);

    this.addSql(`alter table "identity" add constraint "identity_resident_id_foreign" foreign key ("resident_id") references "resident" ("id") on delete cascade;`);
  }
}
