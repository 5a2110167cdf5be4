import { Migration } from '@mikro-orm/migrations';

/** The kind of what somebody is told of says what it is about; the type beside the id was read by nobody. */
export class NotificationSubject extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "notification" drop column "subject";`);
  }
}
