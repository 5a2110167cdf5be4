import { Migration } from '@mikro-orm/migrations';

/** When somebody was last here, and until when their invitation is good: administrators ask. */
export class StaffSeen extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "staff_member" add "last_seen_at" timestamptz(3) null, add "invited_until" timestamptz(3) null;`);
  }
}
