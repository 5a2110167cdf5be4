import { Migration } from '@mikro-orm/migrations';

/** How one gets in and takes part at an event. */
export class EventAccessibility extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "event" add column "accessibility" jsonb null;`);
  }
}
