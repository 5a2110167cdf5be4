import { Migration } from '@mikro-orm/migrations';

/** Tokens for scripts, which go with their owner's last role; passkeys go with it when somebody ended it. */
export class ApiTokens extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "api_token" ("id" uuid not null, "hash" text not null, "staff_id" uuid not null, "name" text not null, "verbs" jsonb not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "last_used_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`alter table "api_token" add constraint "api_token_hash_unique" unique ("hash");`);
    this.addSql(`create index "api_token_staff_id_index" on "api_token" ("staff_id");`);

    this.addSql(`alter table "api_token" add constraint "api_token_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id") on delete cascade;`);

    this.addSql(`create or replace function staff_grant_ended() returns trigger language plpgsql as $$
      begin
        if old.role = 'ADMINISTRATOR' and new.ended_at is not null and old.ended_at is null then
          perform pg_advisory_xact_lock(hashtext('staff_administrator'));
          if not exists (select from staff_grant where role = 'ADMINISTRATOR' and ended_at is null and id <> new.id and (until is null or until > now())) then
            raise exception 'one administrator remains' using errcode = '23514', constraint = 'staff_administrator_remains';
          end if;
        end if;
        if not exists (select from staff_grant where staff_id = new.staff_id and ended_at is null and (until is null or until > now())) then
          delete from session where staff_id = new.staff_id;
          delete from sign_in_link where staff_id = new.staff_id and used_at is null;
          delete from api_token where staff_id = new.staff_id;
          -- one that ran out meanwhile ends by itself: whoever was away for long keeps their keys
          if new.ended_by_id is not null then
            delete from passkey where staff_id = new.staff_id;
          end if;
        end if;
        return null;
      end $$`);
  }
}
