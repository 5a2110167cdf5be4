import { Migration } from '@mikro-orm/migrations';

/** Whether an answer helped, as the resident told. */
export class Ratings extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "feedback" add "rating" text null;`);
    this.addSql(`alter table "feedback" add constraint "feedback_rating_check" check ("rating" in ('POOR', 'FAIR', 'GOOD'));`);
  }
}
