import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAX_FILE_BYTES, MAX_FILES } from '@torilla/schema/files/limits';
import { newId } from '@torilla/schema/kernel/id';
import { httpServer } from '../../app/http.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { cookiesOf } from '../../testing/cookies.ts';
import { pdf } from '../../testing/pdf.ts';
import { isPlainPdf } from './pdf.ts';

const city = await aCity({ rolledBack: false });
let http: FastifyInstance;
let cookies: Record<string, string>;
let events: string[];
beforeAll(async () => {
  http = await httpServer(city.app, { logLevel: 'silent', trustProxy: false, secure: false });
  cookies = await cookiesOf(city, ['mirja', 'antti', 'hallinta']);
  events = (await city.ask('{ events(first: 10) { nodes { id } } }')).data!['events'].nodes.map(({ id }: { id: string }) => id);
});
afterAll(() => http.close());

interface Sent {
  id?: string;
  of?: string;
  subjectId?: string;
  fi?: string;
  payload?: Buffer;
  type?: string;
  who?: string;
}
function put({
  id = newId(),
  of = 'EVENT',
  subjectId = events[0]!,
  fi = 'Illan ohjelma',
  payload = pdf(),
  type = 'application/pdf',
  who = 'antti',
}: Sent = {}) {
  const query = new URLSearchParams({ of, subjectId, fi });
  return http.inject({ method: 'PUT', url: `/liitteet/${id}?${query.toString()}`, headers: { 'content-type': type, cookie: cookies[who] ?? '' }, payload });
}
const get = (id: string) => http.inject({ url: `/liitteet/${id}` });
const codeOf = (answer: Awaited<ReturnType<typeof put>>) => answer.json().errors[0].extensions.code as string;
const filesOf = async (eventId: string) =>
  (await city.ask('query ($id: ID!) { event(id: $id) { files(first: 10) { id path bytes title { fi sv } } } }', { id: eventId })).data!['event'].files as {
    id: string;
  }[];
const remove = async (who: 'mirja' | 'antti', id: string) => (await city.as(who))('mutation ($id: ID!) { removeFile(id: $id) }', { id });

test('a file is read with its event by everybody, and may be kept for a day', async () => {
  const id = newId();
  expect((await put({ id })).statusCode).toBe(200);
  expect(await filesOf(events[0]!)).toEqual([{ id, path: `/liitteet/${id}`, bytes: pdf().length, title: { fi: 'Illan ohjelma', sv: null } }]);
  const read = await get(id);
  expect(read.rawPayload.equals(pdf())).toBe(true);
  expect(read.headers).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'public, max-age=86400',
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename="liite-${id}.pdf"`,
    'content-security-policy': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'",
  });
});

test('one that is sent twice is there once; the same id is not another file, nor under another name', async () => {
  const id = newId();
  const sent = { id, subjectId: events[1]! };
  const both = await Promise.all([put(sent), put(sent)]);
  expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect(codeOf(await put({ ...sent, payload: pdf('other') }))).toBe('already-exists');
  expect(codeOf(await put({ ...sent, fi: 'Muu' }))).toBe('already-exists');
  expect(codeOf(await put({ ...sent, subjectId: events[2]! }))).toBe('already-exists');
  expect(await filesOf(events[1]!)).toHaveLength(1);
});

test('what is no whole PDF, or does more than be read, is refused with its sentence', async () => {
  const subjectId = events[2]!;
  const page = Buffer.from('<script>1</script>');
  for (const payload of [page, Buffer.alloc(0), pdf().subarray(0, -7), pdf('<</S/JavaScript/JS(app.alert(1))>>'), pdf('/Type /EmbeddedFile ')])
    expect(codeOf(await put({ subjectId, payload }))).toBe('file-unfit');
  expect((await put({ subjectId, type: 'text/html' })).statusCode).toBe(415);
  const large = await put({ subjectId, payload: pdf(Buffer.alloc(MAX_FILE_BYTES)) });
  expect([large.statusCode, codeOf(large)]).toEqual([413, 'attachment-too-large']);
  for (const more of [{ fi: '  ' }, { fi: 'x'.repeat(121) }, { of: 'EVENT_REPORT' }]) expect(codeOf(await put({ subjectId, ...more }))).toBe('bad-input');
  expect((await put({ subjectId, id: 'x' })).statusCode).toBe(400);
  expect(await filesOf(subjectId)).toEqual([]);
});

test('words that only look like a command are no command', () => {
  expect(isPlainPdf(pdf('/JavaScripture /Launcher'))).toBe(true);
});

test('only who may change the event puts up or removes', async () => {
  expect((await put({ who: '' })).statusCode).toBe(401);
  expect((await put({ who: 'mirja' })).statusCode).toBe(403);
  expect((await put({ subjectId: newId() })).statusCode).toBe(404);
  const id = newId();
  await put({ id, subjectId: events[3]! });
  expect((await remove('mirja', id)).codes).toEqual(['forbidden']);
  expect((await city.ask('mutation ($id: ID!) { removeFile(id: $id) }', { id })).codes).toEqual(['unauthenticated']);
  expect((await get(id)).statusCode).toBe(200);
  expect((await remove('antti', id)).data).toEqual({ removeFile: true });
  expect((await get(id)).statusCode).toBe(404);
  expect((await remove('antti', id)).codes).toEqual(['not-found']);
  expect(await sql(city.em(), 'select from city_file where id = $1', [id])).toEqual([]);
});

test('there is room for ten, however many come at once', async () => {
  const subjectId = events[2]!;
  const answers = await Promise.all(Array.from({ length: MAX_FILES + 2 }, () => put({ subjectId })));
  expect(answers.filter(({ statusCode }) => statusCode !== 200).map(codeOf)).toEqual(['too-many-files', 'too-many-files']);
  expect(await filesOf(subjectId)).toHaveLength(MAX_FILES);
});
