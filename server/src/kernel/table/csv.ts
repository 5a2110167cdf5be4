import { Readable } from 'node:stream';
import { CSV_MARK, csvLine } from '@torilla/schema/kernel/csv';
import type { WrittenTable } from './table.ts';

/** The table as comma-separated values. Its last line counts the rows: a file without it was cut off. */
export const csvOf = (table: WrittenTable): Readable => Readable.from(linesOf(table), { objectMode: false });

async function* linesOf({ head, rows, end }: WrittenTable): AsyncGenerator<string> {
  yield CSV_MARK + csvLine(head);
  let count = 0;
  for await (const batch of rows) {
    count += batch.length;
    yield batch.map((row) => csvLine(row.map((cell) => cell ?? ''))).join('');
  }
  yield csvLine([end, count]);
}
