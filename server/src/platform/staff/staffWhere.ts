import type { StaffFilter } from '@torilla/schema/staff/staff';
import { type Column, sql, type Sql } from '../../kernel/read/index.ts';

const like = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;

/** The condition under which somebody is one of those that are asked for, at that moment. */
export const staffWhere =
  ({ search, role, unit, state }: StaffFilter, now: Date) =>
  (column: Column): Sql => {
    const has = (more: Sql) =>
      sql`exists (select from staff_grant g where g.staff_id = ${column('id')} and g.ended_at is null and (g.until is null or g.until > ${now}) and ${more})`;
    const all: Sql[] = [sql`true`];
    if (search) all.push(sql`(${column('displayName')} ilike ${like(search)} or ${column('email')} ilike ${like(search)})`);
    if (role) all.push(has(sql`g.role = ${role}`));
    if (unit) all.push(has(sql`g.unit_key = ${unit}`));
    if (state === 'WITHOUT_ACCESS') all.push(sql`not ${has(sql`true`)}`);
    else if (state) all.push(has(state === 'ACTIVE' ? sql`${column('lastSeenAt')} is not null` : sql`${column('lastSeenAt')} is null`));
    return all.reduce((left, right) => sql`${left} and ${right}`);
  };
