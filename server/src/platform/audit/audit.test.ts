import { expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';

const city = await aCity();

test('every write leaves a line, each hash covers the one before it, and contents stay out', async () => {
  const tablet = await TestDevice.tablet(city);
  await tablet.push(await tablet.seal(), await tablet.seal());
  const rows = await sql<{
    id: string;
    at: string;
    actor_kind: string;
    actor_id: string | null;
    action: string;
    subject: string;
    subject_id: string | null;
    hash: string;
  }>(city.em(), 'select id, extract(epoch from at)::text as at, actor_kind, actor_id, action, subject, subject_id, hash from audit_line order by id');
  expect(rows.map(({ action }) => action)).toEqual(['device.enrolment.offer', 'device.enrol', 'feedback.give', 'feedback.give']);
  rows.reduce((before, row) => {
    const text = [before, row.id, row.at, row.actor_kind, row.actor_id ?? '', row.action, row.subject, row.subject_id ?? ''].join('|');
    expect(createHash('sha256').update(text).digest('hex')).toBe(row.hash);
    return row.hash;
  }, '');
  expect(JSON.stringify(rows)).not.toContain('Rantaraitille');
});

test.each(["update audit_line set action = 'x'", 'delete from audit_line', 'truncate audit_line'])('%s is refused', async (statement) => {
  await expect(sql(city.em(), statement)).rejects.toThrow(/permission denied|only added to/);
});

test('the log is for administrators', async () => {
  expect((await city.ask('{ auditLines { totalCount } }')).codes).toEqual(['unauthenticated']);
  expect((await (await city.as('mirja'))('{ auditLines { totalCount } }')).codes).toEqual(['forbidden']);
  expect((await (await city.as('hallinta'))('{ auditLines { totalCount } }')).errors).toEqual([]);
});
