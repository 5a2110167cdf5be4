import { sql } from '../../kernel/command.ts';
import { gone, recordsOf, stays, type Personal } from '../../kernel/personal.ts';

const AUDIT = `from audit_line where (actor_kind = 'resident' and actor_id = $1::uuid::text) or (subject = 'Resident' and subject_id = $1::uuid::text)`;

/** The account itself, who they showed themselves to be, the children in it, what was consented to, and what the log of writes has of it. The log names nobody: it stays. */
export const personal: Personal = {
  async export(ctx, id) {
    const rows = (text: string) => recordsOf(ctx, text, [id]);
    const account = await rows(
      `select id, email, display_name as "displayName", locale, created_at as "createdAt", last_sign_in_at as "lastSignInAt" from resident where id = $1`,
    );
    const identity = await rows(
      `select name, birth_date as "birthDate", home_municipality as "homeMunicipality", verified_at as "verifiedAt" from identity where resident_id = $1`,
    );
    const children = await rows(
      `select first_name as "firstName", birth_year as "birthYear", created_at as "createdAt" from child where guardian_id = $1 order by place`,
    );
    const consents = await rows(
      `select purpose, text, given_at as "givenAt", until, withdrawn_at as "withdrawnAt" from consent where resident_id = $1 order by given_at`,
    );
    return [
      { class: 'resident', records: account },
      { class: 'identity', records: identity },
      { class: 'child', records: children },
      { class: 'consent', records: consents },
      { class: 'audit', records: await rows(`select at, action, subject, subject_id as "subjectId" ${AUDIT} order by id`) },
    ];
  },
  async erase({ em }, id) {
    const [lines] = await sql<{ count: number }>(em, `select count(*)::int as count ${AUDIT}`, [id]);
    const identities = await sql(em, 'delete from identity where resident_id = $1 returning 1', [id]);
    const children = await sql(em, 'delete from child where guardian_id = $1 returning 1', [id]);
    const consents = await sql(em, 'delete from consent where resident_id = $1 returning 1', [id]);
    const accounts = await sql(em, 'delete from resident where id = $1 returning 1', [id]);
    return [
      stays('audit', lines!.count),
      gone('consent', consents.length),
      gone('child', children.length),
      gone('identity', identities.length),
      gone('resident', accounts.length),
    ];
  },
};
