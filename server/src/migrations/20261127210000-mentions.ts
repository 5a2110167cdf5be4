import { Migration } from '@mikro-orm/migrations';

const kinds = `('ANSWER', 'STATE', 'EVENT', 'ASSIGNED', 'MENTIONED', 'TEST')`;

/** Whom a note among staff names, and that they are told. */
export class Mentions extends Migration {
  override up(): void | Promise<void> {
    this.addSql(
      `create table "feedback_remark_mentions" ("feedback_remark_id" uuid not null, "staff_member_id" uuid not null, primary key ("feedback_remark_id", "staff_member_id"));`,
    );
    this.addSql(
      `alter table "feedback_remark_mentions" add constraint "feedback_remark_mentions_feedback_remark_id_foreign" foreign key ("feedback_remark_id") references "feedback_remark" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "feedback_remark_mentions" add constraint "feedback_remark_mentions_staff_member_id_foreign" foreign key ("staff_member_id") references "staff_member" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(`create index feedback_remark_naming on feedback_remark_mentions (staff_member_id);`);
    for (const table of ['notification', 'notification_choice', 'delivery']) {
      this.addSql(`alter table "${table}" drop constraint "${table}_kind_check";`);
      this.addSql(`alter table "${table}" add constraint "${table}_kind_check" check ("kind" in ${kinds});`);
    }
  }
}
