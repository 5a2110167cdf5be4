import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../kernel/command.ts';
import type { City } from './city.ts';

/** Bytes that begin and end as a PDF does, with that much between. */
export const pdf = (within: string | Buffer = '1 0 obj <</Type/Catalog>> endobj'): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(within), Buffer.from('\n%%EOF\n')]);

/** A file of an event, put up by somebody. @returns its id */
export async function aFile(city: City, eventId: string, by: string): Promise<string> {
  const id = newId();
  await sql(
    city.em(),
    `insert into city_file (id, title, bytes, put_at, put_by_id, sha256, content) values ($1, '{ "fi": "Ohjelma", "sv": "Program", "en": "Programme" }', 40, now(), $2, 'x', $3)`,
    [id, by, pdf()],
  );
  await sql(city.em(), 'insert into event_files values ($1, $2)', [eventId, id]);
  return id;
}
