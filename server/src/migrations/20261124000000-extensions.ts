import { Migration } from '@mikro-orm/migrations';

/** Words are found by a part of them too: trigrams. */
export class Extensions extends Migration {
  override up(): void {
    this.addSql('create extension if not exists pg_trgm');
  }
}
