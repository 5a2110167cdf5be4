import type { StaffFilter } from '@torilla/schema/staff/staff';
import { all, anywhere, type Column, sql, type Sql } from '../../kernel/read/index.ts';

/** The condition under which somebody is one of those that are asked for, at that moment. */
export const staffWhere =
  ({ search, role, unit, state }: StaffFilter, now: Date) =>
  (column: Column): Sql => {
    const has = (more: Sql) =>
      sql`exists (select from staff_grant g where g.staff_id = ${column('id')} and g.ended_at is null and (g.until is null or g.until > ${now}) and ${more})`;
    const conditions: Sql[] = [];
    if (search) conditions.push(sql`(${column('displayName')} ilike ${anywhere(search)} or ${column('email')} ilike ${anywhere(search)})`);
    if (role) conditions.push(has(sql`g.role = ${role}`));
    if (unit) conditions.push(has(sql`g.unit_key = ${unit}`));
    if (state === 'WITHOUT_ACCESS') conditions.push(sql`not ${has(sql`true`)}`);
    else if (state) conditions.push(has(state === 'ACTIVE' ? sql`${column('lastSeenAt')} is not null` : sql`${column('lastSeenAt')} is null`));
    return all(conditions);
  };
