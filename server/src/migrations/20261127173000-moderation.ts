import { Migration } from '@mikro-orm/migrations';

/** What of a resident's words was covered or hidden, when and why. */
export class Moderation extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "feedback" add "masked_at" timestamptz(3) null, add "masked_why" text null, add "hidden_at" timestamptz(3) null, add "hidden_why" text null;`);
  }
}
