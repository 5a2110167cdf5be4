import type { EntityManager } from '@mikro-orm/postgresql';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { openOrm } from '../../app/orm.ts';
import { system } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { audit } from './audit.feature.ts';
import { headsIn, keepHead } from './heads.ts';
import { verifyAudit } from './verify.ts';

// other connections must see what was written
const city = await aCity({ rolledBack: false });
const file = path.join(mkdtempSync(path.join(tmpdir(), 'torilla-heads-')), 'heads.jsonl');
let superuser: Awaited<ReturnType<typeof openOrm>>;
let ids: string[];

beforeAll(async () => {
  const [{ name }] = (await sql<{ name: string }>(city.em(), 'select current_database() as name')) as [{ name: string }];
  superuser = await openOrm(inject('ownerUrl').replace('{database}', name));
  const tablet = await TestDevice.tablet(city);
  await tablet.push(await tablet.seal(), await tablet.seal());
  await keepHead(city.em(), file);
  await tablet.push(await tablet.seal(), await tablet.seal(), await tablet.seal());
  ids = (await sql<{ id: string }>(city.em(), 'select id::text from audit_line order by audit_line.id')).map(({ id }) => id);
});
afterAll(() => superuser.close());

/** Tampers as the superuser, past every trigger and check, looks, and undoes it. */
async function tampered(look: (em: EntityManager) => Promise<unknown>, ...statements: string[]): Promise<void> {
  const em = superuser.em.fork();
  await em.begin();
  try {
    await sql(em, 'set local session_replication_role = replica');
    await sql(em, 'alter table audit_line drop constraint audit_line_plain');
    for (const statement of statements)
      await sql(
        em,
        statement.replaceAll(/\$(\d)/g, (_, n) => ids[Number(n) - 1]!),
      );
    await look(em);
  } finally {
    await em.rollback();
  }
}

/** What is done behind the log's back, `$n` being its nth line: the line that is named, and why. */
const tamperings: [what: string, statements: string[], line: number, why: RegExp][] = [
  ['an edited action', ["update audit_line set action = 'feedback.read' where id = $4"], 4, /does not follow/],
  ['an edited time', ["update audit_line set at = at - interval '1 microsecond' where id = $3"], 3, /does not follow/],
  ['an edited hash', ["update audit_line set hash = repeat('0', 64) where id = $5"], 5, /does not follow/],
  ['somebody else in the first line', ["update audit_line set actor_id = 'x' where id = $1"], 1, /from nothing before it/],
  ['nobody turned into an empty name', ["update audit_line set subject_id = '' where id = $1"], 1, /no line may hold/],
  [
    'text moved over the bar between two columns',
    ["update audit_line set action = action || '|' || subject, subject = subject_id, subject_id = null where id = $2"],
    2,
    /no line may hold/,
  ],
  ['a removed line', ['delete from audit_line where id = $4'], 5, /from line \d+ before it/],
  ['two removed lines', ['delete from audit_line where id in ($3, $4)'], 5, /or lines before it were removed/],
  ['a removed beginning', ['delete from audit_line where id <= $2'], 3, /from nothing before it/],
  [
    'two lines that changed places',
    ['update audit_line set id = -1 where id = $4', 'update audit_line set id = $4 where id = $5', 'update audit_line set id = $5 where id = -1'],
    4,
    /does not follow/,
  ],
  [
    'a line put in between',
    ["insert into audit_line (id, actor_kind, action, subject, hash) values ($7 + 1, 'system', 'x', 'X', 'made up')"],
    8,
    /does not follow/,
  ],
];

test.each(tamperings)('%s is found without any head', async (_, statements, line, why) => {
  await tampered(
    async (em) => {
      const id = line > ids.length ? String(BigInt(ids.at(-1)!) + 1n) : ids[line - 1]!;
      await expect(verifyAudit(em)).rejects.toMatchObject({ id, message: expect.stringMatching(why) });
    },
    ...statements,
  );
});

test('an untouched log is whole, and its head is its last line', async () => {
  const head = await verifyAudit(city.em(), headsIn(file));
  expect(head).toMatchObject({ id: ids.at(-1), count: 7, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test('a cut end is found by a head that was kept, and only by one', async () => {
  await tampered(async (em) => {
    expect(await verifyAudit(em)).toMatchObject({ count: 3 });
    await expect(verifyAudit(em, headsIn(file))).rejects.toMatchObject({ id: ids[3], message: expect.stringContaining("The log's end was cut off") });
    await expect(keepHead(em, file)).rejects.toMatchObject({ id: ids[3] });
  }, 'delete from audit_line where id >= $4');
  await tampered(async (em) => {
    expect(await verifyAudit(em)).toBeNull();
    await expect(verifyAudit(em, headsIn(file))).rejects.toMatchObject({ id: ids[3] });
  }, 'delete from audit_line');
});

/** Works every hash out anew, as the database does. */
const anew = `do $$ declare before text := ''; line audit_line; begin
    for line in select * from audit_line order by id loop
      before := encode(sha256(convert_to(concat_ws('|', before, line.id, extract(epoch from line.at), line.actor_kind, coalesce(line.actor_id, ''),
        line.action, line.subject, coalesce(line.subject_id, '')), 'UTF8')), 'hex');
      update audit_line set hash = before where id = line.id;
    end loop; end $$`;

test('a log that was written anew, hashes and all, is found by a head that was kept', async () => {
  await tampered(
    async (em) => {
      expect(await verifyAudit(em)).toMatchObject({ count: 7 });
      await expect(verifyAudit(em, headsIn(file))).rejects.toMatchObject({ id: ids[3], message: expect.stringContaining('written anew') });
    },
    "update audit_line set actor_id = 'nobody' where id = $2",
    anew,
  );
  await tampered(
    async (em) => {
      expect(await verifyAudit(em)).toMatchObject({ count: 6 });
      await expect(verifyAudit(em, headsIn(file))).rejects.toMatchObject({ id: ids[3], message: expect.stringContaining('written anew without it') });
    },
    'delete from audit_line where id = $4',
    anew,
  );
});

test('a head is added when something has come since, and a changed file of heads is told', async () => {
  expect(await keepHead(city.em(), file)).toMatchObject({ id: ids.at(-1), count: 7 });
  expect(await keepHead(city.em(), file)).toBeNull();
  const whole = readFileSync(file, 'utf8');
  const [first, second] = whole.trim().split('\n') as [string, string];
  expect(JSON.parse(second)).toMatchObject({ count: 7 });
  for (const [text, why] of [
    [`${second}\n${first}\n`, 'names an earlier line'],
    [`${first}\n${second.slice(0, 20)}\n`, `Line 2 of ${file} is no head`],
    [`${first.replace('"count":4', '"count":5')}\n`, 'counts 5 lines up to it, and the log has 4'],
  ] as const) {
    writeFileSync(file, text);
    await expect(verifyAudit(city.em(), headsIn(file))).rejects.toThrow(why);
  }
  writeFileSync(file, whole);
});

test('the hourly job keeps the head where the environment says, and nothing where it says nothing', async () => {
  const job = audit.jobs![0]!;
  const mine = path.join(path.dirname(file), 'by-the-job', 'heads.jsonl');
  await job.run(city.context(system, { services: { ...city.app.services, auditHeads: mine } }));
  expect(JSON.parse(readFileSync(mine, 'utf8'))).toMatchObject({ id: ids.at(-1), count: 7 });
  await job.run(city.context(system));
});

test('a hundred thousand lines are walked in pages', { timeout: 60_000 }, async () => {
  await tampered(
    async (em) => {
      const pages = vi.spyOn(em.getTransactionContext<{ executeQuery: () => Promise<{ rows: unknown[] }> }>()!, 'executeQuery');
      expect(await verifyAudit(em, headsIn(file))).toMatchObject({ count: 100_007 });
      const sizes = await Promise.all(pages.mock.results.map(async ({ value }) => (await (value as Promise<{ rows: unknown[] }>)).rows.length));
      expect(sizes.length).toBeGreaterThan(20);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(10_000);
    },
    'set local session_replication_role = origin',
    "insert into audit_line (actor_kind, action, subject) select 'system', 'test.write', 'Unit' from generate_series(1, 100000)",
  );
});

test('no line can hold what its hash cannot tell apart', async () => {
  for (const values of ["'system', 'a|b', 'X', null", "'system', 'a', 'X', ''"]) {
    await expect(sql(city.em(), `insert into audit_line (actor_kind, action, subject, subject_id) values (${values})`)).rejects.toThrow('audit_line_plain');
  }
});
