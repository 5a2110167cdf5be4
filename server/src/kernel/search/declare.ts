import { Property } from '@mikro-orm/decorators/legacy';

/**
 * The column by which rows are found by their words. PostgreSQL fills it: `document` is SQL over the row's columns, of `search_document`, which stems each language
 * as its own, and `setweight`, which tells a title (A) from what stands below it.
 */
export const FoundBy = (document: string): PropertyDecorator =>
  Property({ type: 'text', columnType: 'tsvector', generated: `(${document}) stored`, nullable: true, lazy: true, hidden: true }) as PropertyDecorator;
