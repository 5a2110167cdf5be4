import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../kernel/command.ts';
import type { City } from './city.ts';

/** Bytes that begin and end as a JPEG does, with that many between. */
export const jpeg = (bytes = 64): Buffer => Buffer.concat([Buffer.from('ffd8ffdb', 'hex'), Buffer.alloc(bytes, 7), Buffer.from('ffd9', 'hex')]);

/** A picture of what was reported of an action, of an event's report, or of a project, put up by somebody. @returns its id */
export async function aPicture(city: City, of: 'action_report' | 'event_report' | 'budget_project', subjectId: string, by: string): Promise<string> {
  const id = newId();
  await sql(
    city.em(),
    `insert into picture (id, alt, width, height, put_at, put_by_id, sha256, content) values ($1, '{ "fi": "Penkki", "sv": "En bänk", "en": "A bench" }', 4, 3, now(), $2, 'x', $3)`,
    [id, by, jpeg()],
  );
  await sql(city.em(), `insert into ${of}_pictures values ($1, $2)`, [subjectId, id]);
  return id;
}
