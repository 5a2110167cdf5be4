import type { FastifyInstance } from 'fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { httpServer } from '../../../app/http.ts';
import { rateLimiter } from '../../../app/rate-limit.ts';
import { sql } from '../../../kernel/command.ts';
import { aCity } from '../../../testing/city.ts';
import { signedIn } from '../../../testing/visitor.ts';
import { aYear } from '../testing/year.ts';

const city = await aCity({ rolledBack: false });
// a socket in a file holds some hundred kilobytes; what one of the network holds for a reader who takes nothing is up to the system, here and there a whole file
const folder = await mkdtemp(join(tmpdir(), 'torilla-export-'));
const socketPath = join(folder, 'socket');
let http: FastifyInstance;
let cookies: Record<'mirja' | 'antti' | 'hallinta', string>;
beforeAll(async () => {
  http = await httpServer(city.app, { logLevel: 'silent', trustProxy: false, secure: false });
  await http.listen({ path: socketPath });
  await aYear(city, 1 / 6);
  await sql(city.em(), `update feedback set words = '=HYPERLINK("http://x";"katso")' where id = (select id from feedback order by id limit 1)`);
  await sql(
    city.em(),
    `update feedback set hidden_at = now(), hidden_why = 'Loukkaava', words = 'Tätä ei näytetä' where id = (select id from feedback order by id offset 1 limit 1)`,
  );
  const cookieOf = async (person: string) => `session=${(await signedIn(city, `${person}@torilla.example`)).secret}`;
  cookies = { mirja: await cookieOf('mirja'), antti: await cookieOf('antti'), hallinta: await cookieOf('hallinta') };
}, 60_000);
afterAll(async () => {
  await http.close();
  await rm(folder, { recursive: true });
});

const ask = (who: keyof typeof cookies | null, body: object = {}, format = 'csv') => {
  // what may be taken along in ten minutes has a test of its own
  city.app.services.limit = rateLimiter(city.clock);
  return http.inject({ method: 'POST', url: `/vienti/palautteet.${format}`, headers: who ? { cookie: cookies[who] } : {}, payload: body });
};
const count = async (query: string, ...params: unknown[]) => (await sql<{ n: number }>(city.em(), `select count(*)::int as n from ${query}`, params))[0]!.n;
/** The cells of a file in which no cell has a line of its own. */
const linesOf = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));

test('a file has every row that fits the filter, a line that counts them, and nothing of who said it', async () => {
  const all = await ask('hallinta');
  expect(all.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(all.headers['content-disposition']).toMatch(/^attachment; filename="palautteet-\d{4}-\d{2}-\d{2}\.csv"$/);
  expect(all.headers['cache-control']).toBe('no-store');
  expect(all.body.startsWith('\uFEFFTunnus;Sanottu;')).toBe(true);
  const rows = await count('feedback');
  expect(all.body.trimEnd().split('\r\n').at(-1)).toBe(`Rivejä yhteensä;${rows}`);
  for (const { receipt } of await sql<{ receipt: string }>(city.em(), 'select receipt from feedback where receipt is not null'))
    expect(all.body).not.toContain(receipt);
  expect(all.body).not.toMatch(/@example\.fi|Esittelyaineistoa/);
  expect(all.body).toContain(`"'=HYPERLINK(""http://x"";""katso"")"`);
  expect(all.body).toContain('[piilotettu]');
  expect(all.body).not.toContain('Tätä ei näytetä');
  const swedish = linesOf((await ask('hallinta', { filter: { unit: 'green-services', channel: 'PHONE' }, language: 'sv' })).body);
  expect(swedish[0]!.slice(0, 4)).toEqual(['Kod', 'Sagt', 'Mottaget', 'Evenemang']);
  expect(swedish.at(-1)).toEqual(['Rader sammanlagt', String(await count(`feedback where unit_key = 'green-services' and channel = 'PHONE'`))]);
  expect(swedish[1]).toContain('Per telefon');
  const none = linesOf((await ask('hallinta', { filter: { from: '2199-01-01T00:00:00Z' } })).body);
  expect(none).toHaveLength(2);
});

test('addresses are taken along with a reason alone, and each of them is written down before', async () => {
  const held = await count('feedback where contact_id is not null');
  expect(held).toBeGreaterThan(10);
  expect(await count('view_line')).toBe(0);
  for (const contacts of [{}, { reason: 'OTHER' }, { reason: 'NO_SUCH' }]) expect((await ask('antti', { contacts })).statusCode).toBe(400);
  expect(await count('view_line')).toBe(0);
  const audited = await count(`audit_line where action like 'feedback.export%'`);
  const { body } = await ask('antti', { contacts: { reason: 'OTHER', words: 'Kutsu iltaan' } });
  expect(body.split('\r\n')[0]).toMatch(/;Nimi;Sähköposti;Puhelin$/);
  expect(body.match(/@example\.fi/g)).toHaveLength(held);
  expect(await count(`view_line where data = 'CONTACT' and reason = 'OTHER' and words = 'Kutsu iltaan' and by = 'Antti L.'`)).toBe(held);
  expect(await count(`audit_line where action like 'feedback.export%'`)).toBe(audited + 2);
});

test('who may not export is refused; an officer of a unit takes along what is theirs, and addresses of their unit alone', async () => {
  expect((await ask(null)).statusCode).toBe(401);
  expect((await ask('mirja')).json().errors[0].extensions.code).toBe('forbidden');
  expect((await ask('hallinta', { filter: { unit: 7 } })).statusCode).toBe(400);
  await sql(
    city.em(),
    `update staff_grant set unit_key = 'education' where role = 'OFFICER' and staff_id = (select id from staff_member where email like 'antti%')`,
  );
  try {
    const theirs = linesOf((await ask('antti', { filter: {}, contacts: { reason: 'ANSWER' } })).body);
    const [own] = await sql<{ name: string }>(city.em(), `select name->>'fi' as name from unit where key = 'education'`);
    const listed = await (await city.as('antti'))('{ feedbackPage { totalCount } }');
    expect(Number(theirs.at(-1)![1])).toBe(listed.data!['feedbackPage'].totalCount);
    expect(Number(theirs.at(-1)![1])).toBeLessThan(await count('feedback'));
    const [head] = theirs as [string[]];
    const unitsOfAddresses = theirs.slice(1, -1).flatMap((row) => (row[head.indexOf('Sähköposti')] ? [row[head.indexOf('Yksikkö')]] : []));
    expect([...new Set(unitsOfAddresses)]).toEqual([own!.name]);
  } finally {
    await sql(city.em(), `update staff_grant set unit_key = null where role = 'OFFICER'`);
  }
});

test('a workbook has the same rows, and text in it is text', async () => {
  const { rawPayload, headers } = await ask('hallinta', {}, 'xlsx');
  expect(headers['content-type']).toContain('spreadsheetml');
  expect(rawPayload.subarray(0, 2).toString()).toBe('PK');
  // the sheet comes last, after its local header
  const at = rawPayload.indexOf('xl/worksheets/sheet1.xml');
  const xml = inflateRawSync(rawPayload.subarray(at + 'xl/worksheets/sheet1.xml'.length + rawPayload.readUInt16LE(at - 2))).toString();
  expect(xml.match(/<row>/g)).toHaveLength((await count('feedback')) + 1);
  expect(xml).toContain('<t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;;&quot;katso&quot;)</t>');
  expect(xml).not.toContain('<f>');
  expect(xml.endsWith('</sheetData></worksheet>')).toBe(true);
});

test('more than some in ten minutes are too many', async () => {
  await ask('hallinta');
  const again = () =>
    http.inject({ method: 'POST', url: '/vienti/palautteet.csv', headers: { cookie: cookies.hallinta }, payload: { filter: { channel: 'PHONE' } } });
  const codes = new Set<number>();
  for (let n = 0; n < 12; n++) codes.add((await again()).statusCode);
  expect(codes).toEqual(new Set([200, 429]));
});

/** Twenty thousand pieces of feedback more. */
const many = () =>
  sql(
    city.em(),
    `insert into feedback (id, revision, words, language, channel, headcount, captured_at, received_at)
    select gen_random_uuid(), 1, repeat('Paljon sanoja ', 40), 'fi', 'ONLINE', 1, now() - n * interval '1 second', now() from generate_series(1, 20000) n`,
  );
const open = () =>
  new Promise<IncomingMessage>((resolve, reject) => {
    city.app.services.limit = rateLimiter(city.clock);
    const headers = { cookie: cookies.hallinta, 'content-type': 'application/json' };
    request({ socketPath, method: 'POST', path: '/vienti/palautteet.csv', headers }, resolve).on('error', reject).end('{}');
  });
/** Those that are open, at work or waiting for their reader. */
const cursors = () => count(`pg_stat_activity where datname = current_database() and query like 'fetch % from through'`);
/** Those that nobody has taken anything from for a while. */
const waiting = () =>
  count(
    `pg_stat_activity where datname = current_database() and query like 'fetch % from through' and state like 'idle in transaction%' and clock_timestamp() - state_change > interval '0.3 s'`,
  );

test('whoever reads slowly is waited for with little in hand, and whoever goes away ends the reading', async () => {
  await many();
  const before = process.memoryUsage();
  let most = 0;
  let bytes = 0;
  const whole = await open();
  for await (const chunk of whole) {
    bytes += (chunk as Buffer).length;
    const now = process.memoryUsage();
    most = Math.max(most, now.heapUsed + now.external - before.heapUsed - before.external);
  }
  expect(bytes).toBeGreaterThan(11_000_000);
  expect(most).toBeLessThan(120_000_000);
  // nothing is taken: the cursor waits
  const left = await open();
  await new Promise((resolve) => left.once('readable', resolve));
  await vi.waitFor(async () => expect(await waiting()).toBe(1), 5000);
  left.destroy();
  await vi.waitFor(async () => expect(await cursors()).toBe(0), 5000);
}, 60_000);

test('of five that are asked for at the same moment four are written, and one is told to wait until they are gone', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, open));
  expect(all.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 200, 429]);
  for (const one of all) one.destroy();
  await vi.waitFor(async () => {
    const next = await open();
    next.destroy();
    expect(next.statusCode).toBe(200);
  }, 5000);
  await vi.waitFor(async () => expect(await cursors()).toBe(0), 5000);
}, 60_000);

test('what breaks on the way cuts the connection: the file has no end, and its reader is told', async () => {
  const broken = await open();
  await new Promise((resolve) => broken.once('readable', resolve));
  await vi.waitFor(async () => expect(await waiting()).toBe(1), 5000);
  await sql(
    city.em(),
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'fetch % from through' and pid <> pg_backend_pid()`,
  );
  let text = '';
  await expect(
    (async () => {
      for await (const chunk of broken) text += String(chunk);
    })(),
  ).rejects.toThrow(/aborted/);
  expect(text).not.toContain('Rivejä yhteensä');
}, 60_000);
