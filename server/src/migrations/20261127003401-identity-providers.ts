import { Migration } from '@mikro-orm/migrations';

/** Sign-ins on their way to an identity provider, by what name it knows staff, and which roles are by its word. */
export class IdentityProviders extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "pending_sign_in" ("hash" text not null, "browser_hash" text not null, "audience" text not null, "nonce" text not null, "verifier" text not null, "return_to" text null, "expires_at" timestamptz not null, primary key ("hash"));`);

    this.addSql(`create table "staff_identity" ("id" uuid not null, "issuer" text not null, "subject" text not null, "staff_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "staff_identity_staff_id_index" on "staff_identity" ("staff_id");`);
    this.addSql(`alter table "staff_identity" add constraint "staff_identity_of_one" unique ("issuer", "staff_id");`);
    this.addSql(`alter table "staff_identity" add constraint "staff_identity_once" unique ("issuer", "subject");`);

    this.addSql(`alter table "staff_grant" add "from_provider" boolean not null default false;`);

    this.addSql(`alter table "pending_sign_in" add constraint "pending_sign_in_audience_check" check ("audience" in ('STAFF', 'RESIDENT'));`);

    this.addSql(`alter table "staff_identity" add constraint "staff_identity_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id") on delete cascade;`);
  }
}
