import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../kernel/command.ts';
import { hashOf, newSecret } from '../kernel/secret.ts';
import type { City } from './city.ts';

/** The cookies of members of staff who are signed in, by the name that their address begins with. */
export async function cookiesOf(city: City, people: readonly string[]): Promise<Record<string, string>> {
  const cookies: Record<string, string> = {};
  for (const person of people) {
    const secret = newSecret();
    await sql(
      city.em(),
      `insert into session (id, hash, staff_id, method, agent, created_at, last_seen_at) select $1, $2, id, 'CODE', '', now(), now() from staff_member where email like $3`,
      [newId(), hashOf(secret), `${person}%`],
    );
    cookies[person] = `session=${secret}`;
  }
  return cookies;
}
