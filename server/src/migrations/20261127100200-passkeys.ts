import { Migration } from '@mikro-orm/migrations';

/** Keys that staff sign in with, and what they are asked to sign. */
export class Passkeys extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "passkey_challenge" ("hash" text not null, "staff_id" uuid null, "expires_at" timestamptz not null, primary key ("hash"));`);

    this.addSql(`create table "passkey" ("id" uuid not null, "staff_id" uuid not null, "name" text not null, "credential_id" text not null, "public_key" bytea not null, "counter" bigint not null, "transports" jsonb not null, "created_at" timestamptz(3) not null, "last_used_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "passkey_staff_id_index" on "passkey" ("staff_id");`);
    this.addSql(`alter table "passkey" add constraint "passkey_once" unique ("credential_id");`);

    this.addSql(`alter table "passkey_challenge" add constraint "passkey_challenge_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id") on delete cascade;`);

    this.addSql(`alter table "passkey" add constraint "passkey_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id") on delete cascade;`);
  }
}
