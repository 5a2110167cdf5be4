import { Migration } from '@mikro-orm/migrations';

/** Roles become grants that somebody gave and somebody may end; sessions and codes are staff's or residents'. */
export class StaffGrants extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "resident" ("id" uuid not null, "email" text null, "display_name" text null, "locale" text not null, "created_at" timestamptz(3) not null, "last_sign_in_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "resident" add constraint "resident_email_once" unique ("email");`);

    this.addSql(`create table "sign_in_link" ("hash" text not null, "staff_id" uuid not null, "expires_at" timestamptz not null, "used_at" timestamptz null, primary key ("hash"));`);

    this.addSql(`create table "staff_grant" ("id" uuid not null, "staff_id" uuid not null, "role" text not null, "unit_key" text null, "starts_at" timestamptz(3) not null, "until" timestamptz(3) null, "granted_by_id" uuid null, "ended_at" timestamptz(3) null, "ended_by_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "staff_grant_staff_id_index" on "staff_grant" ("staff_id");`);
    this.addSql(`create unique index staff_grant_once on staff_grant (staff_id, role, coalesce(unit_key, '')) where ended_at is null;`);

    // what was granted at the start stays granted; whoever is signing in just now begins anew
    this.addSql(`insert into staff_grant (id, staff_id, role, starts_at) select gen_random_uuid(), id, unnest(roles), now() from staff_member`);
    this.addSql('delete from sign_in_code');
    this.addSql('delete from session');

    this.addSql(`alter table "sign_in_code" drop constraint "sign_in_code_staff_id_foreign";`);

    this.addSql(`alter table "session" drop constraint "session_staff_id_foreign";`);

    this.addSql(`alter table "sign_in_code" drop column "staff_id";`);
    this.addSql(`alter table "sign_in_code" add "audience" text not null, add "email" text not null;`);
    this.addSql(`alter table "sign_in_code" add constraint "sign_in_code_newest" unique ("audience", "email");`);
    this.addSql(`alter table "sign_in_code" add constraint "sign_in_code_audience_check" check ("audience" in ('STAFF', 'RESIDENT'));`);

    this.addSql(`alter table "staff_member" drop column "roles";`);

    this.addSql(`alter table "session" drop constraint "session_pkey";`);
    this.addSql(`alter table "session" add "id" uuid not null, add "resident_id" uuid null, add "method" text not null, add "agent" text not null;`);
    this.addSql(`alter table "session" add constraint "session_resident_id_foreign" foreign key ("resident_id") references "resident" ("id") on delete cascade;`);
    this.addSql(`alter table "session" alter column "created_at" type timestamptz(3) using ("created_at"::timestamptz(3));`);
    this.addSql(`alter table "session" alter column "last_seen_at" type timestamptz(3) using ("last_seen_at"::timestamptz(3));`);
    this.addSql(`alter table "session" alter column "staff_id" drop not null;`);
    this.addSql(`alter table "session" add constraint "session_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id") on delete cascade;`);
    this.addSql(`alter table "session" add constraint "session_hash_unique" unique ("hash");`);
    this.addSql(`create index "session_resident_id_index" on "session" ("resident_id");`);
    this.addSql(`alter table "session" add primary key ("id");`);
    this.addSql(`alter table "session" add constraint "session_of_one" check ((staff_id is null) <> (resident_id is null));`);
    this.addSql(`alter table "session" add constraint "session_method_check" check ("method" in ('CODE', 'LINK', 'PROVIDER', 'PASSKEY'));`);

    this.addSql(`alter table "resident" add constraint "resident_locale_check" check ("locale" in ('fi', 'sv', 'en'));`);

    this.addSql(`alter table "sign_in_link" add constraint "sign_in_link_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id");`);

    this.addSql(`alter table "staff_grant" add constraint "staff_grant_staff_id_foreign" foreign key ("staff_id") references "staff_member" ("id");`);
    this.addSql(`alter table "staff_grant" add constraint "staff_grant_unit_key_foreign" foreign key ("unit_key") references "unit" ("key") on delete no action;`);
    this.addSql(`alter table "staff_grant" add constraint "staff_grant_granted_by_id_foreign" foreign key ("granted_by_id") references "staff_member" ("id") on delete set null;`);
    this.addSql(`alter table "staff_grant" add constraint "staff_grant_ended_by_id_foreign" foreign key ("ended_by_id") references "staff_member" ("id") on delete set null;`);
    this.addSql(`alter table "staff_grant" add constraint "staff_grant_role_check" check ("role" in ('ADMINISTRATOR', 'OFFICER', 'WORKER', 'VIEWER'));`);

    // One at a time, so that two administrators who end each other's role do not both succeed.
    this.addSql(`create function staff_grant_ended() returns trigger language plpgsql as $$
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
        end if;
        return null;
      end $$`);
    this.addSql('create trigger staff_grant_ended after update of ended_at on staff_grant for each row execute function staff_grant_ended()');
  }
}
