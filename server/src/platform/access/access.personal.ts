import { sql } from '../../kernel/command.ts';
import { gone, recordsOf, type Personal } from '../../kernel/personal.ts';

/** Where a resident is signed in, and a code that was mailed to them. */
export const personal: Personal = {
  async export(ctx, id) {
    return [
      {
        class: 'session',
        records: await recordsOf(
          ctx,
          'select agent, method, created_at as "createdAt", last_seen_at as "lastSeenAt" from session where resident_id = $1 order by created_at',
          [id],
        ),
      },
      {
        class: 'sign-in-code',
        records: await recordsOf(
          ctx,
          `select c.email, c.expires_at as "expiresAt" from sign_in_code c join resident r on r.email = c.email and c.audience = 'RESIDENT' where r.id = $1`,
          [id],
        ),
      },
    ];
  },
  async erase({ em }, id) {
    const codes = await sql(em, `delete from sign_in_code c using resident r where r.email = c.email and c.audience = 'RESIDENT' and r.id = $1 returning 1`, [
      id,
    ]);
    const sessions = await sql(em, 'delete from session where resident_id = $1 returning 1', [id]);
    return [gone('sign-in-code', codes.length), gone('session', sessions.length)];
  },
};
